package io.appkernel.sessions;

import io.appkernel.schema.Table;
import java.util.List;

/** The table of logins, for tests of those who begin them. */
public final class SessionSchema {
    private SessionSchema() {}

    public static List<Table> tables() {
        return new SessionTable.Wanted().tables();
    }
}
