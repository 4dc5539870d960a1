package io.appkernel.sessions;

import io.appkernel.db.DatabaseKind;

class MariaDbSessionsIT extends SessionsContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.MARIADB;
    }
}
