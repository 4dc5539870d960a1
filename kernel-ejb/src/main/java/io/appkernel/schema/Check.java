package io.appkernel.schema;

import java.util.function.UnaryOperator;

/**
 * A condition every row meets. Immutable.
 *
 * @param condition SQL in which columns stand in brackets, {@code [status] in ('draft','published')}; each database
 *     writes its own quotes
 */
public record Check(String name, String condition) {

    /** Replaces each {@code [column]} outside of apostrophes by its quoted name. */
    String sql(UnaryOperator<String> quote, UnaryOperator<String> insideLiteral) {
        StringBuilder sql = new StringBuilder();
        int at = 0;
        while (at < condition.length()) {
            char c = condition.charAt(at);
            int end = at + 1;
            if (c == '\'') {
                end = closing(at, '\'', "an apostrophe that nothing closes");
                sql.append('\'')
                        .append(insideLiteral.apply(condition.substring(at + 1, end)))
                        .append('\'');
                end++;
            } else if (c == '[') {
                end = closing(at, ']', "a [ that no ] closes");
                sql.append(quote.apply(condition.substring(at + 1, end)));
                end++;
            } else {
                sql.append(c);
            }
            at = end;
        }
        return sql.toString();
    }

    private int closing(int from, char mark, String mistake) {
        int end = condition.indexOf(mark, from + 1);
        if (end < 0) {
            throw new IllegalArgumentException("The check \"" + condition + "\" has " + mistake);
        }
        return end;
    }
}
