package io.appkernel.auth;

/** Whose word on a caller counts. */
public enum AuthMode {
    /** The kernel's own users and tokens. */
    LOCAL,
    /** API keys only. */
    APIKEY,
    /** Tokens of a trusted issuer. */
    EXTERNAL
}
