package io.appkernel.login;

import io.appkernel.db.DatabaseKind;

class PostgresOvertakenIT extends OvertakenContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }
}
