package io.appkernel.login;

import io.appkernel.db.DatabaseKind;

class H2OvertakenTest extends OvertakenContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.H2;
    }
}
