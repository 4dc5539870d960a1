package io.appkernel.login;

import io.appkernel.auth.AuthSettings;
import io.appkernel.db.Database;
import io.appkernel.db.Db;
import io.appkernel.keyring.Keyring;
import io.appkernel.log.KernelLog;
import io.appkernel.mail.MailRunner;
import io.appkernel.passwords.Passwords;
import io.appkernel.sessions.Sessions;
import io.appkernel.settings.NodeSettings;
import io.appkernel.users.Users;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes what is injected, once. */
@Dependent
class LoginProducer {
    @Produces
    @Singleton
    OneTimeTokens tokens(Database database, Db db, Clock clock) {
        return new OneTimeTokens(database, db, clock);
    }

    @Produces
    @Singleton
    Lockout lockout(Database database, Db db, LoginSettings settings, Clock clock) {
        return new Lockout(database, db, settings, clock);
    }

    @Produces
    @Singleton
    SecondFactor secondFactor(
            Database database, Db db, Keyring keyring, NodeSettings node, Clock clock, KernelLog log) {
        return new SecondFactor(new SecondFactorTable(database, db), keyring, node.name(), clock, log);
    }

    @Produces
    @Singleton
    SignUp signUp(
            Users users,
            Passwords passwords,
            OneTimeTokens tokens,
            MailRunner mail,
            Db db,
            AuthSettings auth,
            LoginSettings settings) {
        return new SignUp(users, passwords, tokens, mail::send, db, auth, settings);
    }

    @Produces
    @Singleton
    SignIn signIn(
            Users users,
            Passwords passwords,
            Sessions sessions,
            Lockout lockout,
            SecondFactor secondFactor,
            SignUp signUp,
            LoginSettings settings,
            KernelLog log) {
        return new SignIn(users, passwords, sessions, lockout, secondFactor, signUp, settings, log);
    }

    @Produces
    @Singleton
    PasswordChange passwordChange(
            Users users,
            Passwords passwords,
            Sessions sessions,
            SignIn signIn,
            OneTimeTokens tokens,
            MailRunner mail,
            Db db,
            LoginSettings settings) {
        return new PasswordChange(users, passwords, sessions, signIn, tokens, mail::send, db, settings);
    }
}
