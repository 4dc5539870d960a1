package io.appkernel.users;

import io.appkernel.db.DatabaseKind;

class H2UserStoreTest extends UserStoreContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.H2;
    }
}
