package io.appkernel.migrations;

import io.appkernel.db.DatabaseKind;

class PostgresCrashIT extends CrashContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }
}
