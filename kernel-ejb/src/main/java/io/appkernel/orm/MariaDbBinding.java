package io.appkernel.orm;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

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
}
