package io.appkernel.store;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a condition, one after the other. Used by one thread. */
final class Tokens {
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:"
            + "(?<name>[\\p{L}_][\\p{L}\\p{N}_]*(?:\\.[\\p{L}_][\\p{L}\\p{N}_]*)*)"
            + "|(?<parameter>\\?)"
            + "|(?<operator><>|!=|<=|>=|=|<|>|\\(|\\)|,))");

    private final String text;
    private final List<String> words = new ArrayList<>();
    private int at;

    Tokens(String text) {
        this.text = text;
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.stripTrailing().length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw literalOrWorse(end);
            }
            words.add(matcher.group().strip());
            end = matcher.end();
        }
    }

    private KernelException literalOrWorse(int index) {
        String rest = text.substring(index).strip();
        boolean literal = rest.startsWith("'") || Character.isDigit(rest.charAt(0)) || rest.startsWith("-");
        return refused(
                literal
                        ? "holds a value at " + near(rest) + ": write ? or :name there and pass the value beside it"
                        : "cannot be read at " + near(rest));
    }

    private static String near(String rest) {
        return "\"" + (rest.length() > 20 ? rest.substring(0, 20) + "…" : rest) + "\"";
    }

    boolean isAtEnd() {
        return at == words.size();
    }

    String peek() {
        return isAtEnd() ? "" : words.get(at);
    }

    String next() {
        if (isAtEnd()) {
            throw refused("ends too early");
        }
        return words.get(at++);
    }

    /** Takes the word if it comes next, whatever its case. */
    boolean take(String word) {
        boolean next = peek().equalsIgnoreCase(word);
        at += next ? 1 : 0;
        return next;
    }

    void expect(String word) {
        if (!take(word)) {
            throw refused("needs \"" + word + "\" " + (isAtEnd() ? "at its end" : "before \"" + peek() + "\""));
        }
    }

    boolean takeFrom(List<String> choices, List<String> taken) {
        String word = peek().toLowerCase(Locale.ROOT);
        boolean known = choices.contains(word);
        if (known) {
            taken.add(word);
            at++;
        }
        return known;
    }

    KernelException refused(String why) {
        return new KernelException(ErrorCode.INVALID, "The condition \"" + text + "\" " + why + ".");
    }
}
