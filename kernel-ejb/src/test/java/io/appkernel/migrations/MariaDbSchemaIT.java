package io.appkernel.migrations;

import io.appkernel.databases.TestServer;
import io.appkernel.db.DatabaseKind;

class MariaDbSchemaIT extends SchemaContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.MARIADB;
    }

    @Override
    String newDatabase() {
        return TestServer.mariadb().newDatabase();
    }
}
