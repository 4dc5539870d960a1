package io.appkernel.oauth;

import io.appkernel.db.DatabaseKind;

class H2AccountsTest extends AccountsContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.H2;
    }
}
