package io.appkernel.db;

import io.appkernel.databases.StoppableServer;
import io.appkernel.databases.TestServer;

class MariaDbOutageIT extends OutageContract {
    @Override
    StoppableServer server() {
        return TestServer.stoppableMariadb();
    }
}
