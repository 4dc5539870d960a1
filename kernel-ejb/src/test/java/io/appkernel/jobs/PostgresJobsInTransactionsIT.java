package io.appkernel.jobs;

import io.appkernel.db.DatabaseKind;

class PostgresJobsInTransactionsIT extends JobsInTransactionsContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }
}
