package io.appkernel.store;

import io.appkernel.db.DatabaseKind;

class PostgresSaveAllIT extends SaveAllContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }
}
