package io.appkernel.sessions;

import io.appkernel.db.DatabaseKind;

class PostgresSessionChangesIT extends SessionChangesContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }
}
