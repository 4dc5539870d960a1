package io.appkernel.tokens;

import io.appkernel.db.DatabaseKind;

class H2KeyPairsTest extends KeyPairsContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.H2;
    }
}
