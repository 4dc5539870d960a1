package io.appkernel.login;

import io.appkernel.db.DatabaseKind;

class MariaDbSecondFactorIT extends SecondFactorContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.MARIADB;
    }
}
