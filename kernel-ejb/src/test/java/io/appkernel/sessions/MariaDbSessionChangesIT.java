package io.appkernel.sessions;

import io.appkernel.db.DatabaseKind;

class MariaDbSessionChangesIT extends SessionChangesContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.MARIADB;
    }
}
