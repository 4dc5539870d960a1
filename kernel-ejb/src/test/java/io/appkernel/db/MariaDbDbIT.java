package io.appkernel.db;

import io.appkernel.databases.TestServer;

class MariaDbDbIT extends DbContract {
    @Override
    String newDatabase() {
        return TestServer.mariadb().newDatabase();
    }
}
