package io.appkernel.migrations;

import io.appkernel.db.DatabaseKind;

class PostgresGuardIT extends GuardContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }
}
