package io.appkernel.migrations;

import io.appkernel.db.DatabaseKind;

class PostgresRandomEvolutionIT extends RandomEvolutionContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }
}
