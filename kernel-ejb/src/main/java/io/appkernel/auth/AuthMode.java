package io.appkernel.auth;

/** Whose word on a caller counts. */
public enum AuthMode {
    /** The kernel's own users and tokens. */
    LOCAL,
    /**
     * API keys, and the operator token, which makes the first ones: an account by {@code POST /admin/users}, then a key
     * that acts for it by {@code POST /api-keys} with its {@code user_id}. No token counts, and routes by which people
     * log in answer 404.
     */
    APIKEY,
    /** Tokens of a trusted issuer. */
    EXTERNAL
}
