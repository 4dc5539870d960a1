package io.appkernel.auth;

/** Knows one kind of bearer token. Called for each request that carries one: be quick and thread-safe. */
interface CredentialVerifier {
    /** {@link Verdict.Unknown} when the token is not of this kind. */
    Verdict verify(String token);
}
