package io.appkernel.db;

import io.appkernel.databases.TestServer;

class PostgresDbIT extends DbContract {
    @Override
    String newDatabase() {
        return TestServer.postgres().newDatabase();
    }
}
