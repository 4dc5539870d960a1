package io.appkernel.migrations;

import io.appkernel.db.DatabaseKind;

class PostgresSchemaIT extends SchemaContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }
}
