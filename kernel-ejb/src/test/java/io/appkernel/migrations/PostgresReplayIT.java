package io.appkernel.migrations;

import io.appkernel.db.DatabaseKind;

class PostgresReplayIT extends ReplayContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }
}
