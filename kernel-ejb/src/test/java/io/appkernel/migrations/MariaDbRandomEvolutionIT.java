package io.appkernel.migrations;

import io.appkernel.db.DatabaseKind;

class MariaDbRandomEvolutionIT extends RandomEvolutionContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.MARIADB;
    }
}
