package io.appkernel.store;

import io.appkernel.databases.TestServer;
import io.appkernel.db.DatabaseKind;

class PostgresHistoryIT extends HistoryContract {
    @Override
    TestEntities open() {
        return new TestEntities(DatabaseKind.POSTGRESQL, TestServer.postgres().newDatabase());
    }
}
