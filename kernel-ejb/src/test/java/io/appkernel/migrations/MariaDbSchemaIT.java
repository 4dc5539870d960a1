package io.appkernel.migrations;

import io.appkernel.db.DatabaseKind;

class MariaDbSchemaIT extends SchemaContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.MARIADB;
    }
}
