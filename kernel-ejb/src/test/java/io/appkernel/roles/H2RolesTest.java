package io.appkernel.roles;

import io.appkernel.db.DatabaseKind;

class H2RolesTest extends RolesContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.H2;
    }
}
