package io.appkernel.tokens;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.Map;
import java.util.Optional;

/** The keys that access tokens are signed with and checked by. Thread-safe. */
public interface SigningKeys extends JWKSource<SecurityContext> {
    JWSAlgorithm algorithm();

    /** The key that signs now. */
    Signing signing();

    /** The public halves, as a JWK set. */
    Map<String, Object> published();

    /** Does what is due now and then: makes the next key, forgets the first. Not for calls inside a transaction. */
    default void tend() {}

    /** A signer and how its key is called. */
    record Signing(Optional<String> id, JWSSigner signer) {}
}
