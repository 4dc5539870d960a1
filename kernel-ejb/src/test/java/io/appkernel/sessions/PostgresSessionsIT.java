package io.appkernel.sessions;

import io.appkernel.db.DatabaseKind;

class PostgresSessionsIT extends SessionsContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }
}
