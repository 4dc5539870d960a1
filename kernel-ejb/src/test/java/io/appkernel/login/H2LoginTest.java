package io.appkernel.login;

import io.appkernel.databases.TestServer;
import io.appkernel.db.DatabaseKind;
import io.appkernel.passwords.PasswordSettings;

class H2LoginTest extends LoginContract {
    private final String url = TestServer.h2().newDatabase();

    @Override
    TestLogin open() {
        return new TestLogin(DatabaseKind.H2, url);
    }

    @Override
    TestLogin again(PasswordSettings hashing, boolean allowSignup, boolean verifiedOnly) {
        return new TestLogin(DatabaseKind.H2, url, hashing, allowSignup, verifiedOnly);
    }
}
