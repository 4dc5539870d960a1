package io.appkernel.db;

import io.appkernel.databases.TestServer;

class MariaDbOutageIT extends OutageContract {
    @Override
    TestServer server() {
        return TestServer.mariadb();
    }
}
