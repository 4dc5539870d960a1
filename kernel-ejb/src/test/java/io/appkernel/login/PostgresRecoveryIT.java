package io.appkernel.login;

import io.appkernel.db.DatabaseKind;

class PostgresRecoveryIT extends RecoveryContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }
}
