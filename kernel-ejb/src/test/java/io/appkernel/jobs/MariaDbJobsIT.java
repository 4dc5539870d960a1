package io.appkernel.jobs;

import io.appkernel.db.DatabaseKind;

class MariaDbJobsIT extends JobsContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.MARIADB;
    }
}
