package io.appkernel.auth;

/** What kind of credential a caller showed. */
public enum CallerKind {
    USER,
    API_KEY,
    OPERATOR
}
