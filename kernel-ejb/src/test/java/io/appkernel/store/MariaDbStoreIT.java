package io.appkernel.store;

import io.appkernel.db.DatabaseKind;

class MariaDbStoreIT extends StoreContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.MARIADB;
    }
}
