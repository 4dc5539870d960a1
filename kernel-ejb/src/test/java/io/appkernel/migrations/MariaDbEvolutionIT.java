package io.appkernel.migrations;

import io.appkernel.db.DatabaseKind;

class MariaDbEvolutionIT extends EvolutionContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.MARIADB;
    }
}
