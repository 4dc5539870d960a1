package io.appkernel.sessions;

import io.appkernel.db.DatabaseKind;

class H2SessionChangesTest extends SessionChangesContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.H2;
    }
}
