package io.appkernel.login;

import io.appkernel.db.DatabaseKind;

class H2SecondFactorTest extends SecondFactorContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.H2;
    }
}
