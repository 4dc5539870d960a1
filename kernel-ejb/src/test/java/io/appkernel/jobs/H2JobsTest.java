package io.appkernel.jobs;

import io.appkernel.db.DatabaseKind;

class H2JobsTest extends JobsContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.H2;
    }
}
