package io.appkernel.schema;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which types hold every value of which others, and which values do not survive a change. */
final class Conversions {
    private static final Pattern TYPE =
            Pattern.compile("(?<name>[a-z ]+?)\\s*(\\((?<a>\\d+)(,(?<b>\\d+))?\\))?(?<rest>( [a-z ]+)?)");
    private static final int UNLIMITED = Integer.MAX_VALUE;

    private Conversions() {}

    private enum Family {
        TEXT,
        BYTES,
        WHOLE,
        DECIMAL,
        FLOAT,
        OTHER
    }

    /**
     * A type of a database.
     *
     * @param size characters, bytes, or digits before the point
     * @param scale digits behind it
     */
    private record Type(Family family, String name, int size, int scale) {
        static Type of(String text) {
            Matcher parts = TYPE.matcher(text);
            if (!parts.matches()) {
                return new Type(Family.OTHER, text, 0, 0);
            }
            int a = parts.group("a") == null ? UNLIMITED : Integer.parseInt(parts.group("a"));
            int b = parts.group("b") == null ? 0 : Integer.parseInt(parts.group("b"));
            String name = parts.group("name");
            return switch (name) {
                case "character varying",
                        "varchar",
                        "character",
                        "char",
                        "text",
                        "longtext",
                        "mediumtext",
                        "character large object" -> new Type(Family.TEXT, name, a, 0);
                case "binary varying", "varbinary", "bytea", "longblob", "mediumblob", "blob", "binary large object" ->
                    new Type(Family.BYTES, name, a, 0);
                case "smallint" -> new Type(Family.WHOLE, name, 4, 0);
                case "integer", "int" -> new Type(Family.WHOLE, name, 9, 0);
                case "bigint" -> new Type(Family.WHOLE, name, 18, 0);
                case "numeric", "decimal" -> new Type(Family.DECIMAL, name, a == UNLIMITED ? a : a - b, b);
                case "real", "float" -> new Type(Family.FLOAT, name, 1, 0);
                case "double precision", "double" -> new Type(Family.FLOAT, name, 2, 0);
                default -> new Type(Family.OTHER, name + parts.group("rest"), a == UNLIMITED ? 0 : a, 0);
            };
        }

        boolean number() {
            return family == Family.WHOLE || family == Family.DECIMAL || family == Family.FLOAT;
        }
    }

    /** Whether every value of the first type is one of the second. */
    static boolean widens(String from, String to) {
        Type old = Type.of(from);
        Type wide = Type.of(to);
        if (old.family() == Family.WHOLE && wide.family() == Family.DECIMAL) {
            return wide.size() > old.size();
        }
        if (old.family() != wide.family()) {
            return false;
        }
        return old.family() == Family.OTHER
                ? old.name().equals(wide.name()) && wide.size() >= old.size()
                : wide.size() >= old.size() && wide.scale() >= old.scale();
    }

    /** Whether a cast between them goes through numbers rather than text. */
    static boolean numbers(String from, String to) {
        return Type.of(from).number() && Type.of(to).number();
    }

    /** A condition on the quoted column that finds the values that do not survive; null when all do. */
    static @Nullable String lossy(String column, String from, String to) {
        if (widens(from, to)) {
            return null;
        }
        Type old = Type.of(from);
        Type narrow = Type.of(to);
        if (narrow.family() == Family.TEXT && old.family() == Family.TEXT) {
            return "CHAR_LENGTH(" + column + ") > " + narrow.size();
        }
        if (narrow.family() == Family.BYTES && old.family() == Family.BYTES) {
            return "OCTET_LENGTH(" + column + ") > " + narrow.size();
        }
        if (narrow.family() == Family.TEXT && old.family() == Family.WHOLE) {
            return "CHAR_LENGTH(CONCAT(" + column + ", '')) > " + narrow.size();
        }
        boolean exact = old.family() == Family.WHOLE || old.family() == Family.DECIMAL;
        if (exact && narrow.family() == Family.WHOLE) {
            return column + " NOT BETWEEN " + least(narrow) + " AND " + most(narrow) + " OR ROUND(" + column
                    + ", 0) <> " + column;
        }
        if (exact && narrow.family() == Family.DECIMAL) {
            return "ABS(" + column + ") >= " + BigInteger.TEN.pow(narrow.size()) + " OR ROUND(" + column + ", "
                    + narrow.scale() + ") <> " + column;
        }
        return column + " IS NOT NULL";
    }

    private static BigInteger most(Type whole) {
        int bits = whole.size() == 4 ? 15 : whole.size() == 9 ? 31 : 63;
        return BigInteger.TWO.pow(bits).subtract(BigInteger.ONE);
    }

    private static BigInteger least(Type whole) {
        return most(whole).negate().subtract(BigInteger.ONE);
    }
}
