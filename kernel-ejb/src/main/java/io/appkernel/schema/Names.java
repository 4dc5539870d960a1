package io.appkernel.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The names of indexes and constraints in the database: the wanted name, shortened, and a mark of the definition behind
 * it. So a name is never too long, two tables never share one, a changed check is seen without reading it back, and the
 * kernel knows its own.
 */
final class Names {
    private static final Pattern OWN = Pattern.compile(".*_k[0-9a-f]{8}", Pattern.DOTALL);

    private Names() {}

    static String index(Table table, Index index, int longest) {
        return marked(index.name(), longest, "index", table.name(), index.columns(), index.unique());
    }

    static String check(Table table, Check check, int longest) {
        return marked(check.name(), longest, "check", table.name(), check.condition());
    }

    static String foreignKey(Table table, ForeignKey key, int longest) {
        return marked(key.name(), longest, "key", table.name(), key.columns(), key.table(), key.tableColumns());
    }

    /** Whether the kernel gave this name. */
    static boolean isOwn(String name) {
        return OWN.matcher(name).matches();
    }

    static String hash(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String marked(String name, int longest, Object... definition) {
        String mark = "_k" + hash(List.of(name, List.of(definition)).toString()).substring(0, 8);
        return cut(name, longest - mark.length()) + mark;
    }

    /** Cut to so many bytes, for PostgreSQL counts these, without breaking a character. */
    private static String cut(String name, int longest) {
        int end = name.length();
        while (bytes(name.substring(0, end)) > longest) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }
}
