package io.appkernel.login;

import io.appkernel.db.DatabaseKind;

class H2RecoveryTest extends RecoveryContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.H2;
    }
}
