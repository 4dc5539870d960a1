package io.appkernel.users;

import io.appkernel.databases.TestServer;
import io.appkernel.db.DatabaseKind;
import io.appkernel.store.TestEntities;

class PostgresUserStoreIT extends UserStoreContract {
    @Override
    TestEntities open() {
        return TestEntities.of(DatabaseKind.POSTGRESQL, TestServer.postgres().newDatabase(), KernelUser.class);
    }
}
