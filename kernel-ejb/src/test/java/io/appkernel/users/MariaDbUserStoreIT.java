package io.appkernel.users;

import io.appkernel.db.DatabaseKind;

class MariaDbUserStoreIT extends UserStoreContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.MARIADB;
    }
}
