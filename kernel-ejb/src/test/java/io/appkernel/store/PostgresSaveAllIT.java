package io.appkernel.store;

import io.appkernel.databases.TestServer;
import io.appkernel.db.DatabaseKind;

class PostgresSaveAllIT extends SaveAllContract {
    @Override
    TestEntities open() {
        return new TestEntities(DatabaseKind.POSTGRESQL, TestServer.postgres().newDatabase());
    }
}
