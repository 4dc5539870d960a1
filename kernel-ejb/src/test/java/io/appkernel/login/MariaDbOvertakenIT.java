package io.appkernel.login;

import io.appkernel.db.DatabaseKind;

class MariaDbOvertakenIT extends OvertakenContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.MARIADB;
    }
}
