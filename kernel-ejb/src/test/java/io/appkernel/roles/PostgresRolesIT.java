package io.appkernel.roles;

import io.appkernel.db.DatabaseKind;

class PostgresRolesIT extends RolesContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }
}
