package io.appkernel.store;

import io.appkernel.db.DatabaseKind;

class MariaDbQueryIT extends QueryContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.MARIADB;
    }
}
