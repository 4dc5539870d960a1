package io.appkernel.store;

import io.appkernel.db.DatabaseKind;

class PostgresHistoryIT extends HistoryContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }
}
