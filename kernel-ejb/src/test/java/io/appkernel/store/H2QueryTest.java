package io.appkernel.store;

import io.appkernel.db.DatabaseKind;

class H2QueryTest extends QueryContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.H2;
    }
}
