package io.appkernel.store;

import io.appkernel.db.DatabaseKind;

class H2SaveAllTest extends SaveAllContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.H2;
    }
}
