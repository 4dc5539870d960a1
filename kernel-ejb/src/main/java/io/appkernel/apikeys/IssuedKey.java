package io.appkernel.apikeys;

/** A key with its secret, which nobody can read again. Immutable. */
public record IssuedKey(ApiKey key, String secret) {
    /** Without the secret, which no log may have. */
    @Override
    public String toString() {
        return "IssuedKey[" + key.id() + "]";
    }
}
