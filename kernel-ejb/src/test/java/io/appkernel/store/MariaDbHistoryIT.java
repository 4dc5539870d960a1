package io.appkernel.store;

import io.appkernel.db.DatabaseKind;

class MariaDbHistoryIT extends HistoryContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.MARIADB;
    }
}
