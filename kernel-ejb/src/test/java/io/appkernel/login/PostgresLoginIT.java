package io.appkernel.login;

import io.appkernel.db.DatabaseKind;

class PostgresLoginIT extends LoginContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }
}
