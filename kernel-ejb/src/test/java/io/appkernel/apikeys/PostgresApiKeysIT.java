package io.appkernel.apikeys;

import io.appkernel.db.DatabaseKind;

class PostgresApiKeysIT extends ApiKeysContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }
}
