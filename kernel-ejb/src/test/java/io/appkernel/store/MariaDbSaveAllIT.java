package io.appkernel.store;

import io.appkernel.db.DatabaseKind;

class MariaDbSaveAllIT extends SaveAllContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.MARIADB;
    }
}
