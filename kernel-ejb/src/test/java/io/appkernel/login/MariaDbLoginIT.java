package io.appkernel.login;

import io.appkernel.databases.TestServer;
import io.appkernel.db.DatabaseKind;
import io.appkernel.passwords.PasswordSettings;

class MariaDbLoginIT extends LoginContract {
    private final String url = TestServer.mariadb().newDatabase();

    @Override
    TestLogin open() {
        return new TestLogin(DatabaseKind.MARIADB, url);
    }

    @Override
    TestLogin again(PasswordSettings hashing, boolean allowSignup, boolean verifiedOnly) {
        return new TestLogin(DatabaseKind.MARIADB, url, hashing, allowSignup, verifiedOnly);
    }
}
