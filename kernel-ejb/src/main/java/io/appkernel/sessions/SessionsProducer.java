package io.appkernel.sessions;

import io.appkernel.db.Database;
import io.appkernel.db.Db;
import io.appkernel.keyring.Keyring;
import io.appkernel.log.KernelLog;
import io.appkernel.roles.Roles;
import io.appkernel.signals.Signals;
import io.appkernel.tokens.Tokens;
import io.appkernel.users.Users;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the one bean. */
@Dependent
class SessionsProducer {
    @Produces
    @Singleton
    Sessions sessions(
            Database database,
            Db db,
            Keyring keyring,
            Tokens tokens,
            Users users,
            Roles roles,
            Signals signals,
            SessionSettings settings,
            Clock clock,
            KernelLog log) {
        return new Sessions(database, db, keyring, tokens, users, roles, signals, settings, clock, log);
    }
}
