package io.appkernel.db;

import io.appkernel.databases.TestServer;

class H2DbTest extends DbContract {
    @Override
    String newDatabase() {
        return TestServer.h2().newDatabase();
    }
}
