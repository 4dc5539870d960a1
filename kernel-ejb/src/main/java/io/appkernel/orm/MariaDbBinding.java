package io.appkernel.orm;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.TimeZone;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** MySQL and MariaDB: instants lie in a DATETIME as UTC, UUIDs as their text. */
final class MariaDbBinding extends Binding {
    @Override
    Object moment(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    @Override
    Object id(UUID uuid) {
        return uuid.toString();
    }

    /** The driver reads every form of a DATETIME in the JVM's time zone, which skips an hour a year, unless told one. */
    @Override
    @Nullable Object read(ResultSet rows, int column, int type) throws SQLException {
        if (type != Types.TIMESTAMP) {
            return super.read(rows, column, type);
        }
        Timestamp read = rows.getTimestamp(column, Calendar.getInstance(TimeZone.getTimeZone(ZoneOffset.UTC)));
        return read == null ? null : LocalDateTime.ofInstant(read.toInstant(), ZoneOffset.UTC);
    }
}
