package io.appkernel.history;

import java.util.Locale;

/** What made a version. */
public enum Operation {
    INSERT,
    UPDATE,
    DELETE;

    /** As the history table spells it. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Operation of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }
}
