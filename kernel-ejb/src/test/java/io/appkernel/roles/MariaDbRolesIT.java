package io.appkernel.roles;

import io.appkernel.db.DatabaseKind;

class MariaDbRolesIT extends RolesContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.MARIADB;
    }
}
