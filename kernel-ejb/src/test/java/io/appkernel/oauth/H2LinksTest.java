package io.appkernel.oauth;

import io.appkernel.db.DatabaseKind;

class H2LinksTest extends LinksContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.H2;
    }
}
