package io.appkernel.oauth;

import io.appkernel.db.DatabaseKind;

class MariaDbLinksIT extends LinksContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.MARIADB;
    }
}
