package io.appkernel.entities;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/** How names of Java become names of the database. */
final class Spelling {
    /** What PostgreSQL keeps of a name. */
    private static final int LONGEST = 63;

    private Spelling() {}

    /** {@code workspaceId} becomes {@code workspace_id}, {@code HTTPPort} becomes {@code http_port}. */
    static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }

    static String table(Class<?> entity) {
        Table table = entity.getAnnotation(Table.class);
        if (table != null && !table.name().isEmpty()) {
            return table.name();
        }
        String name = entity.getAnnotation(Entity.class).name();
        return name.isEmpty() ? snake(entity.getSimpleName()) : name;
    }

    /** The name of something that belongs to columns of a table; the same each time, and short enough everywhere. */
    static String of(String prefix, String table, List<String> columns) {
        String name = prefix + "_" + table + "_" + String.join("_", columns);
        if (name.length() <= LONGEST) {
            return name;
        }
        CRC32 sum = new CRC32();
        sum.update(name.getBytes(StandardCharsets.UTF_8));
        return name.substring(0, LONGEST - 9) + String.format(Locale.ROOT, "_%08x", sum.getValue());
    }
}
