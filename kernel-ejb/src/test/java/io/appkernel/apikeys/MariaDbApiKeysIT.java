package io.appkernel.apikeys;

import io.appkernel.db.DatabaseKind;

class MariaDbApiKeysIT extends ApiKeysContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.MARIADB;
    }
}
