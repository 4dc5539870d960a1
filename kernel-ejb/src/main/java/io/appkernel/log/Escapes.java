package io.appkernel.log;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Puts foreign text into a line so that it can neither end the line nor steer the terminal that shows it. */
final class Escapes {
    private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();

    private final int limit;

    /** Text longer than the limit is cut, and the cut is said. */
    Escapes(int limit) {
        this.limit = limit;
    }

    void append(StringBuilder out, CharSequence text) {
        append(out, text, limit);
    }

    void append(StringBuilder out, CharSequence text, int limit) {
        int start = out.length();
        int length = text.length();
        if (length <= limit && isPlain(text, length)) {
            out.append(text);
            return;
        }
        if (length <= limit) {
            ENCODER.quoteAsString(text, out);
        } else {
            int cut = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
            ENCODER.quoteAsString(text.subSequence(0, cut), out);
            out.append("...(").append(length - cut).append(" more)");
        }
        escapeBeyondAscii(out, start);
    }

    /** Almost every text is, and looking is cheaper than escaping nothing. */
    private static boolean isPlain(CharSequence text, int length) {
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    /** JSON leaves these as they are, yet terminals and log viewers act on them. */
    private static void escapeBeyondAscii(StringBuilder out, int start) {
        for (int i = start; i < out.length(); i++) {
            char c = out.charAt(i);
            if (c >= 0x7f && isControl(c)) {
                out.replace(i, i + 1, String.format("\\u%04x", (int) c));
                i += 5;
            }
        }
    }

    private static boolean isControl(char c) {
        return c <= 0x9f
                || (c >= 0x200e && c <= 0x200f) // marks that turn the reading direction
                || (c >= 0x2028 && c <= 0x202e) // line and paragraph ends, embeddings, overrides
                || (c >= 0x2066 && c <= 0x2069); // isolates
    }
}
