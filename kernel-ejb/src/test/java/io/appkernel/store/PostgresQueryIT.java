package io.appkernel.store;

import io.appkernel.db.DatabaseKind;

class PostgresQueryIT extends QueryContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }
}
