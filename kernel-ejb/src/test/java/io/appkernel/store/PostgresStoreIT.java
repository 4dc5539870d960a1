package io.appkernel.store;

import io.appkernel.db.DatabaseKind;

class PostgresStoreIT extends StoreContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }
}
