package io.appkernel.orm;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

final class PostgresBinding extends Binding {
    /** The driver calls both kinds of timestamp by one name. */
    @Override
    @Nullable Object read(ResultSet rows, int column, int type) throws SQLException {
        if (type == Types.TIMESTAMP) {
            return rows.getMetaData().getColumnTypeName(column).equals("timestamp")
                    ? rows.getObject(column, LocalDateTime.class)
                    : rows.getObject(column, OffsetDateTime.class);
        }
        return super.read(rows, column, type);
    }
}
