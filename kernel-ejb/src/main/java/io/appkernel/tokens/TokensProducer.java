package io.appkernel.tokens;

import io.appkernel.keyring.Keyring;
import io.appkernel.settings.NodeSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes what is injected, once. */
@Dependent
class TokensProducer {
    @Produces
    @Singleton
    Tokens tokens(TokenSettings settings, NodeSettings node, Keyring keyring, Clock clock) {
        return new Tokens(new SecretKeys(keyring), settings, node.name(), clock);
    }
}
