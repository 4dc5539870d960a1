package io.appkernel.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a {@code .env} file: {@code NAME=value}, {@code export} before it, comments, values in single
 * quotes (as they stand) or double quotes (with {@code \n \r \t \" \\ \$}), both over several lines. In a value without
 * quotes a {@code #} begins a comment only after a blank.
 */
final class EnvFileParser {
    private static final Pattern IGNORED = Pattern.compile("\\s*(#.*)?");
    private static final Pattern ENTRY =
            Pattern.compile("\\s*(?:export\\s+)?(?<name>[A-Za-z_][A-Za-z0-9_.-]*)\\s*=[^\\S\\n]*(?<rest>.*)");
    private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*");

    private final String[] lines;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private int next;

    EnvFileParser(String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        this.lines = plain.split("\\R", -1);
    }

    Map<String, String> values() {
        return values;
    }

    List<String> problems() {
        return problems;
    }

    void parse() {
        while (next < lines.length) {
            String line = lines[next++];
            if (!IGNORED.matcher(line).matches()) {
                entry(line);
            }
        }
    }

    private void entry(String line) {
        Matcher entry = ENTRY.matcher(line);
        int number = next;
        if (!entry.matches()) {
            problems.add("line " + number + " is not of the form NAME=value");
            return;
        }
        String rest = entry.group("rest");
        String value = rest.startsWith("'") || rest.startsWith("\"")
                ? quoted(rest, number)
                : COMMENT.matcher(rest).replaceFirst("").strip();
        if (value != null) {
            values.put(entry.group("name"), value);
        }
    }

    private @Nullable String quoted(String opening, int number) {
        int resume = next;
        StringBuilder value = new StringBuilder();
        String line = opening;
        int at = 1;
        while (true) {
            int end = untilQuote(line, at, opening.charAt(0), value);
            if (end >= 0) {
                return ended(line.substring(end + 1), number) ? value.toString() : null;
            }
            if (next == lines.length) {
                next = resume;
                problems.add("line " + number + " opens a quote that nothing closes");
                return null;
            }
            value.append('\n');
            line = lines[next++];
            at = 0;
        }
    }

    private boolean ended(String rest, int number) {
        if (IGNORED.matcher(rest).matches()) {
            return true;
        }
        problems.add(
                "line " + number + " goes on after its closing quote; write \\\" for a quote inside double quotes");
        return false;
    }

    /** Copies up to the closing quote and answers where it stands, or -1 when the line ends first. */
    private static int untilQuote(String line, int from, char quote, StringBuilder value) {
        int at = from;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (c == quote) {
                return at;
            }
            if (c == '\\' && quote == '"' && at + 1 < line.length()) {
                at++;
                value.append(unescaped(line.charAt(at)));
            } else {
                value.append(c);
            }
            at++;
        }
        return -1;
    }

    private static String unescaped(char c) {
        return switch (c) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case '"', '\\', '$' -> String.valueOf(c);
            default -> "\\" + c;
        };
    }
}
