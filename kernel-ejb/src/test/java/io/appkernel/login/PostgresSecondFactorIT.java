package io.appkernel.login;

import io.appkernel.db.DatabaseKind;

class PostgresSecondFactorIT extends SecondFactorContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }
}
