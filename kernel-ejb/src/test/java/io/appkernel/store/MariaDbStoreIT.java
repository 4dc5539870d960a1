package io.appkernel.store;

import io.appkernel.databases.TestServer;
import io.appkernel.db.DatabaseKind;

class MariaDbStoreIT extends StoreContract {
    @Override
    TestEntities open() {
        return new TestEntities(DatabaseKind.MARIADB, TestServer.mariadb().newDatabase());
    }
}
