package io.appkernel.orm;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

final class H2Binding extends Binding {
    /** The driver calls a UUID binary. */
    @Override
    @Nullable Object bytes(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column) instanceof UUID id ? id : rows.getBytes(column);
    }
}
