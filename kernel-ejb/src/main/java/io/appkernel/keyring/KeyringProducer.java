package io.appkernel.keyring;

import io.appkernel.log.KernelLog;
import io.appkernel.settings.NodeSettings;
import io.appkernel.settings.SecretText;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the keyring of the secret that is set, or else of one that the data directory keeps. */
@Dependent
class KeyringProducer {
    @Produces
    @Singleton
    Keyring keyring(KeyringSettings settings, NodeSettings node, KernelLog log) {
        return new Keyring(settings.tokenSecret()
                .map(SecretText::reveal)
                .orElseGet(() -> new KeptSecret(node.dataDir().resolve("token-secret"), log).read()));
    }
}
