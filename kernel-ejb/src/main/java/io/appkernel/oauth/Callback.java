package io.appkernel.oauth;

import java.util.Optional;

/** What a provider sends somebody back with. Immutable. */
public record Callback(Optional<String> state, Optional<String> code, Optional<String> error, Optional<String> issuer) {
    /** Without the code, which is worth a login. */
    @Override
    public String toString() {
        return "Callback[" + error.orElse(code.isPresent() ? "with a code" : "empty") + "]";
    }
}
