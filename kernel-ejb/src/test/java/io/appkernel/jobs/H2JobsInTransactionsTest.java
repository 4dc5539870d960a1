package io.appkernel.jobs;

import io.appkernel.db.DatabaseKind;

class H2JobsInTransactionsTest extends JobsInTransactionsContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.H2;
    }
}
