package io.appkernel.tokens;

import io.appkernel.db.Database;
import io.appkernel.db.Db;
import io.appkernel.keyring.Keyring;
import io.appkernel.lifecycle.KernelStarted;
import io.appkernel.migrations.Migrations;
import io.appkernel.settings.NodeSettings;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Clock;

/** Makes what is injected, once. */
@Dependent
class TokensProducer {
    @Produces
    @Singleton
    Tokens tokens(
            TokenSettings settings,
            NodeSettings node,
            Keyring keyring,
            Clock clock,
            Database database,
            Db db,
            Migrations migrations) {
        SigningKeys keys = settings.algorithm() == Algorithm.HS256
                ? new SecretKeys(keyring)
                : new KeyPairs(new KeyTable(db, database.dialect()), migrations::alone, keyring, settings, clock);
        return new Tokens(keys, settings, node.name(), clock);
    }

    /** The tables are there, and nobody has asked for a token yet. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE + 400) KernelStarted event, Tokens tokens) {
        tokens.tend();
    }
}
