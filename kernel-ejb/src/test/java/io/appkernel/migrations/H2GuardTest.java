package io.appkernel.migrations;

import io.appkernel.db.DatabaseKind;

class H2GuardTest extends GuardContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.H2;
    }
}
