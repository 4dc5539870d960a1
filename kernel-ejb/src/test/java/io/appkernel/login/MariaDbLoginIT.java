package io.appkernel.login;

import io.appkernel.db.DatabaseKind;

class MariaDbLoginIT extends LoginContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.MARIADB;
    }
}
