package io.appkernel.users;

import io.appkernel.databases.TestServer;
import io.appkernel.db.DatabaseKind;
import io.appkernel.store.TestEntities;

class H2UserStoreTest extends UserStoreContract {
    @Override
    TestEntities open() {
        return TestEntities.of(DatabaseKind.H2, TestServer.h2().newDatabase(), KernelUser.class);
    }
}
