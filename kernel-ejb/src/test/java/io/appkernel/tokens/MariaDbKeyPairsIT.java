package io.appkernel.tokens;

import io.appkernel.db.DatabaseKind;

class MariaDbKeyPairsIT extends KeyPairsContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.MARIADB;
    }
}
