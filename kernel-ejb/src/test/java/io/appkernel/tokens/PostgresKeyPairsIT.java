package io.appkernel.tokens;

import io.appkernel.db.DatabaseKind;

class PostgresKeyPairsIT extends KeyPairsContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }
}
