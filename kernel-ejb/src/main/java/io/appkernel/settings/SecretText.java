package io.appkernel.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A text that no message, log or view may show: a password, a signing key, a URL that may hold one. Immutable. A
 * settings component of this type is masked wherever the kernel speaks of it.
 */
public final class SecretText {
    /** What stands in place of the text. */
    public static final String MASK = "***";

    private final String text;

    public SecretText(String text) {
        this.text = text;
    }

    /** The text itself, for the code that needs it and never for a message. */
    public String reveal() {
        return text;
    }

    public int length() {
        return text.length();
    }

    /** Compares in a time that does not tell how much of the text was right. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SecretText secret && MessageDigest.isEqual(bytes(), secret.bytes());
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return MASK;
    }

    private byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
