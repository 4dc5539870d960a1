package io.appkernel.orm;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How values that EclipseLink would bend go to and come from one kind of database. Stateless. */
abstract class Binding {
    /** Binds the value, or answers false: it is none of ours. */
    boolean bind(@Nullable Object value, PreparedStatement statement, int index) throws SQLException {
        if (value instanceof String || value instanceof Number) {
            return false;
        }
        if (value instanceof Instant instant) {
            statement.setObject(index, moment(instant));
        } else if (value instanceof UUID uuid) {
            statement.setObject(index, id(uuid));
        } else if (isLocalTime(value)) {
            statement.setObject(index, value);
        } else {
            return false;
        }
        return true;
    }

    private static boolean isLocalTime(@Nullable Object value) {
        return value instanceof LocalDateTime || value instanceof LocalDate || value instanceof LocalTime;
    }

    Object moment(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    Object id(UUID uuid) {
        return uuid;
    }

    /** Whether columns of this type of JDBC are read here and not by EclipseLink. */
    boolean reads(int type) {
        return switch (type) {
            case Types.TIMESTAMP,
                    Types.TIMESTAMP_WITH_TIMEZONE,
                    Types.DATE,
                    Types.TIME,
                    Types.CLOB,
                    Types.LONGVARCHAR,
                    Types.BLOB,
                    Types.BINARY,
                    Types.VARBINARY,
                    Types.LONGVARBINARY,
                    Types.OTHER -> true;
            default -> false;
        };
    }

    @Nullable Object read(ResultSet rows, int column, int type) throws SQLException {
        return switch (type) {
            case Types.TIMESTAMP -> rows.getObject(column, LocalDateTime.class);
            case Types.TIMESTAMP_WITH_TIMEZONE -> rows.getObject(column, OffsetDateTime.class);
            case Types.DATE -> rows.getObject(column, LocalDate.class);
            case Types.TIME -> rows.getObject(column, LocalTime.class);
            case Types.BLOB, Types.LONGVARBINARY, Types.VARBINARY, Types.BINARY -> bytes(rows, column);
            case Types.OTHER -> other(rows, column);
            default -> rows.getString(column);
        };
    }

    @Nullable Object bytes(ResultSet rows, int column) throws SQLException {
        return rows.getBytes(column);
    }

    @Nullable Object other(ResultSet rows, int column) throws SQLException {
        return rows.getString(column);
    }
}
