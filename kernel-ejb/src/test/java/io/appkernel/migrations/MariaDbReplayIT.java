package io.appkernel.migrations;

import io.appkernel.db.DatabaseKind;

class MariaDbReplayIT extends ReplayContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.MARIADB;
    }
}
