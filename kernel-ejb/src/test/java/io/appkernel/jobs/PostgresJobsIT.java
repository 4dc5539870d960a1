package io.appkernel.jobs;

import io.appkernel.db.DatabaseKind;

class PostgresJobsIT extends JobsContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }
}
