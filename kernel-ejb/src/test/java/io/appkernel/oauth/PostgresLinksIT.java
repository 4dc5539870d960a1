package io.appkernel.oauth;

import io.appkernel.db.DatabaseKind;

class PostgresLinksIT extends LinksContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }
}
