package io.appkernel.migrations;

import io.appkernel.db.DatabaseKind;

class MariaDbGuardIT extends GuardContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.MARIADB;
    }
}
