package io.appkernel.migrations;

import io.appkernel.db.DatabaseKind;

class MariaDbStartIT extends StartContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.MARIADB;
    }
}
