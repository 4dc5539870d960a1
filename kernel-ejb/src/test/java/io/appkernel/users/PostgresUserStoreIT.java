package io.appkernel.users;

import io.appkernel.db.DatabaseKind;

class PostgresUserStoreIT extends UserStoreContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }
}
