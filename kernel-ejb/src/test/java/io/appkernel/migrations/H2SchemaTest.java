package io.appkernel.migrations;

import io.appkernel.db.DatabaseKind;

class H2SchemaTest extends SchemaContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.H2;
    }
}
