package io.appkernel.migrations;

import io.appkernel.db.DatabaseKind;

class PostgresStartIT extends StartContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }
}
