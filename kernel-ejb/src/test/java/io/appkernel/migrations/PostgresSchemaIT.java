package io.appkernel.migrations;

import io.appkernel.databases.TestServer;
import io.appkernel.db.DatabaseKind;

class PostgresSchemaIT extends SchemaContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }

    @Override
    String newDatabase() {
        return TestServer.postgres().newDatabase();
    }
}
