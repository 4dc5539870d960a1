package io.appkernel.users;

import io.appkernel.databases.TestServer;
import io.appkernel.db.DatabaseKind;
import io.appkernel.store.TestEntities;

class MariaDbUserStoreIT extends UserStoreContract {
    @Override
    TestEntities open() {
        return TestEntities.of(DatabaseKind.MARIADB, TestServer.mariadb().newDatabase(), KernelUser.class);
    }
}
