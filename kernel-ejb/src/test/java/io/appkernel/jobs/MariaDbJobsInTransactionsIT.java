package io.appkernel.jobs;

import io.appkernel.db.DatabaseKind;

class MariaDbJobsInTransactionsIT extends JobsInTransactionsContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.MARIADB;
    }
}
