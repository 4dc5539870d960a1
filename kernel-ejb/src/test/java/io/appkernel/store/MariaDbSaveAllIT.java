package io.appkernel.store;

import io.appkernel.databases.TestServer;
import io.appkernel.db.DatabaseKind;

class MariaDbSaveAllIT extends SaveAllContract {
    @Override
    TestEntities open() {
        return new TestEntities(DatabaseKind.MARIADB, TestServer.mariadb().newDatabase());
    }
}
