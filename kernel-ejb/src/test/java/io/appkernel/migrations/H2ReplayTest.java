package io.appkernel.migrations;

import io.appkernel.db.DatabaseKind;

class H2ReplayTest extends ReplayContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.H2;
    }
}
