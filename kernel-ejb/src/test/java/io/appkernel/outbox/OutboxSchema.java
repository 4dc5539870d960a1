package io.appkernel.outbox;

import io.appkernel.schema.Table;
import java.util.List;

/** The outbox's tables, for tests of those who use it. */
public final class OutboxSchema {
    private OutboxSchema() {}

    public static List<Table> tables() {
        return new OutboxTable.Wanted().tables();
    }
}
