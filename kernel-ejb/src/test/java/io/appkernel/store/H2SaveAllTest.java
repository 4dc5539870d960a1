package io.appkernel.store;

import io.appkernel.databases.TestServer;
import io.appkernel.db.DatabaseKind;

class H2SaveAllTest extends SaveAllContract {
    @Override
    TestEntities open() {
        return new TestEntities(DatabaseKind.H2, TestServer.h2().newDatabase());
    }
}
