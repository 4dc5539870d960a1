package io.appkernel.oauth;

import io.appkernel.db.DatabaseKind;

class MariaDbAccountsIT extends AccountsContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.MARIADB;
    }
}
