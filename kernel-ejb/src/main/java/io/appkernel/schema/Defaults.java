package io.appkernel.schema;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells whether a default in the catalogue is the wanted one; each database writes it back in its own way. */
final class Defaults {
    private static final Pattern NOW = Pattern.compile(
            "(now|current_timestamp|localtimestamp|utc_timestamp|current_date|curdate|localtime|current_time|curtime)"
                    + "(\\(\\d*\\))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED = Pattern.compile(
            "(?<mark>E|U&|_utf8mb4|DATE|TIME|TIMESTAMP|TIMESTAMP WITH TIME ZONE|TIMESTAMP WITHOUT TIME ZONE)?\\s*'(?<text>.*)'",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern CAST = Pattern.compile("(?<value>.*)::[a-z][a-z0-9 _(),\\[\\]\"]*", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("\\\\(\\\\|\\+[0-9a-fA-F]{6}|[0-9a-fA-F]{4})");
    private static final Pattern BACKSLASH = Pattern.compile("\\\\(.)", Pattern.DOTALL);

    private Defaults() {}

    static boolean same(ColumnType type, @Nullable String wanted, @Nullable String live, boolean backslashEscapes) {
        String found = value(live, backslashEscapes);
        if (wanted == null || found == null) {
            return wanted == null && found == null;
        }
        return canonical(type, wanted).equals(canonical(type, found));
    }

    /** The value behind the expression; the expression itself where it is none that the kernel writes. */
    private static @Nullable String value(@Nullable String sql, boolean backslashEscapes) {
        if (sql == null) {
            return null;
        }
        String bare = bare(sql.strip());
        Matcher quoted = QUOTED.matcher(bare);
        if (quoted.matches()) {
            String mark =
                    quoted.group("mark") == null ? "" : quoted.group("mark").toUpperCase(Locale.ROOT);
            return text(mark, quoted.group("text").replace("''", "'"), backslashEscapes);
        }
        if (NOW.matcher(bare).matches()) {
            return Ddl.NOW;
        }
        return bare.equalsIgnoreCase("null") ? null : bare;
    }

    /** Without casts behind and brackets around. */
    private static String bare(String sql) {
        Matcher cast = CAST.matcher(sql);
        if (cast.matches()) {
            return bare(cast.group("value").strip());
        }
        boolean wrapped = sql.startsWith("(") && sql.endsWith(")");
        return wrapped ? bare(sql.substring(1, sql.length() - 1).strip()) : sql;
    }

    private static String text(String mark, String inside, boolean backslashEscapes) {
        if (mark.equals("U&")) {
            return CODE.matcher(inside).replaceAll(code -> Matcher.quoteReplacement(character(code.group(1))));
        }
        if (mark.equals("E") || backslashEscapes) {
            return BACKSLASH.matcher(inside).replaceAll(escape -> Matcher.quoteReplacement(escaped(escape.group(1))));
        }
        return inside;
    }

    private static String character(String code) {
        return code.equals("\\") ? code : Character.toString(Integer.parseInt(code.replace("+", ""), 16));
    }

    private static String escaped(String letter) {
        return switch (letter) {
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            case "0" -> "\0";
            case "Z" -> "\u001a";
            default -> letter;
        };
    }

    private static String canonical(ColumnType type, String value) {
        if (value.equals(Ddl.NOW)) {
            return value;
        }
        try {
            return switch (type.kind()) {
                case SMALLINT, INTEGER, BIGINT, DECIMAL, REAL, DOUBLE ->
                    new BigDecimal(value.strip()).stripTrailingZeros().toPlainString();
                case BOOLEAN ->
                    String.valueOf(value.equalsIgnoreCase("true") || value.equals("1") || value.equals("b'1'"));
                case UUID -> value.toLowerCase(Locale.ROOT);
                case DATE -> LocalDate.parse(value).toString();
                case TIME -> Moments.time(value).toString();
                case DATETIME -> Moments.local(value).toString();
                case INSTANT -> Moments.instant(value).toString();
                case TEXT, JSON, BYTES -> value;
            };
        } catch (DateTimeException | NumberFormatException e) {
            return value;
        }
    }
}
