package io.appkernel.migrations;

import io.appkernel.db.DatabaseKind;

class H2RandomEvolutionTest extends RandomEvolutionContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.H2;
    }
}
