package io.appkernel.migrations;

import io.appkernel.db.DatabaseKind;

class MariaDbCrashIT extends CrashContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.MARIADB;
    }
}
