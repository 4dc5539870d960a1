package io.appkernel.migrations;

import io.appkernel.db.DatabaseKind;

class H2CrashTest extends CrashContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.H2;
    }
}
