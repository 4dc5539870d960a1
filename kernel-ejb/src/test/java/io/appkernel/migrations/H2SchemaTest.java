package io.appkernel.migrations;

import io.appkernel.databases.TestServer;
import io.appkernel.db.DatabaseKind;

class H2SchemaTest extends SchemaContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.H2;
    }

    @Override
    String newDatabase() {
        return TestServer.h2().newDatabase();
    }
}
