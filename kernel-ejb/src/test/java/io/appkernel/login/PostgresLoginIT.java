package io.appkernel.login;

import io.appkernel.databases.TestServer;
import io.appkernel.db.DatabaseKind;
import io.appkernel.passwords.PasswordSettings;

class PostgresLoginIT extends LoginContract {
    private final String url = TestServer.postgres().newDatabase();

    @Override
    TestLogin open() {
        return new TestLogin(DatabaseKind.POSTGRESQL, url);
    }

    @Override
    TestLogin again(PasswordSettings hashing, boolean allowSignup, boolean verifiedOnly) {
        return new TestLogin(DatabaseKind.POSTGRESQL, url, hashing, allowSignup, verifiedOnly);
    }
}
