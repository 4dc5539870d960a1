package io.appkernel.store;

import io.appkernel.db.DatabaseKind;

class H2HistoryTest extends HistoryContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.H2;
    }
}
