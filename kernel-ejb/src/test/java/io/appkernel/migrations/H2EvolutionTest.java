package io.appkernel.migrations;

import io.appkernel.db.DatabaseKind;

class H2EvolutionTest extends EvolutionContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.H2;
    }
}
