package io.appkernel.login;

import io.appkernel.db.DatabaseKind;

class MariaDbRecoveryIT extends RecoveryContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.MARIADB;
    }
}
