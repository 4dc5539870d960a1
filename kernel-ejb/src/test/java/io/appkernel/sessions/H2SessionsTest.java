package io.appkernel.sessions;

import io.appkernel.db.DatabaseKind;

class H2SessionsTest extends SessionsContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.H2;
    }
}
