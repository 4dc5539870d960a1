package io.appkernel.web.apikeys;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.appkernel.apikeys.IssuedKey;

/**
 * A key with its secret.
 *
 * @param key what to send as {@code Authorization: Bearer}; it is never shown again
 */
public record IssuedKeyView(@JsonUnwrapped KeyView view, String key) {
    static IssuedKeyView from(IssuedKey issued) {
        return new IssuedKeyView(KeyView.from(issued.key()), issued.secret());
    }

    /** Without the secret, which no log may have. */
    @Override
    public String toString() {
        return "IssuedKeyView[" + view.id() + "]";
    }
}
