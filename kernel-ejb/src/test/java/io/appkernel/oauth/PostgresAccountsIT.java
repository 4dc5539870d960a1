package io.appkernel.oauth;

import io.appkernel.db.DatabaseKind;

class PostgresAccountsIT extends AccountsContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }
}
