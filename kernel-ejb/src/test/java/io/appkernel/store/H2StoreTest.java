package io.appkernel.store;

import io.appkernel.db.DatabaseKind;

class H2StoreTest extends StoreContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.H2;
    }
}
