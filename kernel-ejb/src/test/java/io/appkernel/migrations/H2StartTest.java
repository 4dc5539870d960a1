package io.appkernel.migrations;

import io.appkernel.db.DatabaseKind;

class H2StartTest extends StartContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.H2;
    }
}
