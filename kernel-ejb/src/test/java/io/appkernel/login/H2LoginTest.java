package io.appkernel.login;

import io.appkernel.db.DatabaseKind;

class H2LoginTest extends LoginContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.H2;
    }
}
