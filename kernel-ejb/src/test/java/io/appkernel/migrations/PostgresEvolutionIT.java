package io.appkernel.migrations;

import io.appkernel.db.DatabaseKind;

class PostgresEvolutionIT extends EvolutionContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }
}
