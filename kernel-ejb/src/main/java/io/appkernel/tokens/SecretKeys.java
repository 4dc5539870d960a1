package io.appkernel.tokens;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeyLengthException;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.proc.SecurityContext;
import io.appkernel.keyring.Keyring;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One key, derived from the deployment's secret. */
final class SecretKeys implements SigningKeys {
    private static final String PURPOSE = "access-token";

    private final JWKSet keys;
    private final Signing signing;

    SecretKeys(Keyring keyring) {
        byte[] key = keyring.key(PURPOSE);
        this.keys = new JWKSet(new OctetSequenceKey.Builder(key).build());
        try {
            this.signing = new Signing(Optional.empty(), new MACSigner(key));
        } catch (KeyLengthException e) {
            throw new IllegalStateException("A derived key has 32 bytes", e);
        }
    }

    @Override
    public JWSAlgorithm algorithm() {
        return JWSAlgorithm.HS256;
    }

    @Override
    public Signing signing() {
        return signing;
    }

    /** Nobody else may have it. */
    @Override
    public Map<String, Object> published() {
        return Map.of("keys", List.of());
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(keys);
    }
}
