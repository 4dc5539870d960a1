package io.appkernel.db;

import io.appkernel.databases.TestServer;

class PostgresOutageIT extends OutageContract {
    @Override
    TestServer server() {
        return TestServer.postgres();
    }
}
