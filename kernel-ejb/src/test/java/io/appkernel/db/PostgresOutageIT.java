package io.appkernel.db;

import io.appkernel.databases.StoppableServer;
import io.appkernel.databases.TestServer;

class PostgresOutageIT extends OutageContract {
    @Override
    StoppableServer server() {
        return TestServer.stoppablePostgres();
    }
}
