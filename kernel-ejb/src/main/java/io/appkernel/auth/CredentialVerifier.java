package io.appkernel.auth;

/**
 * Knows one kind of bearer token; a bean of any feature of the kernel. Called for each request that carries one: be quick
 * and thread-safe.
 */
public interface CredentialVerifier {
    /**
     * {@link Verdict.Unknown} when the token is not of this kind.
     *
     * @throws io.appkernel.errors.KernelException unavailable, when what it is looked up in is away; the caller is then
     *     asked to come back
     */
    Verdict verify(String token);
}
