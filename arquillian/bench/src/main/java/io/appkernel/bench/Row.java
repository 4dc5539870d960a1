package io.appkernel.bench;

import java.util.Locale;

/**
 * One line of the result.
 *
 * @param compared the ratio or the difference, made pair by pair
 * @param decimals digits after the point of the two measured values
 */
record Row(String what, Median bare, Median widgets, Median compared, Goal goal, int decimals) {
    static final String HEAD = """
            | On one server | empty WAR | widgets | compared | least to greatest | goal | held |
            |---|---:|---:|---:|---:|---:|---|
            """;

    /** What was promised. */
    record Goal(String text, double least, double greatest) {
        static Goal atLeast(double bound) {
            return new Goal("at least " + bound, bound, Double.MAX_VALUE);
        }

        static Goal atMost(double bound) {
            return new Goal(String.format(Locale.ROOT, "at most +%.0f", bound), -Double.MAX_VALUE, bound);
        }

        static Goal none() {
            return new Goal("", -Double.MAX_VALUE, Double.MAX_VALUE);
        }

        String judge(double value) {
            if (text.isEmpty()) {
                return "";
            }
            return value >= least && value <= greatest ? "yes" : "**no**";
        }
    }

    String markdown() {
        boolean difference = goal.text().startsWith("at most");
        String sign = difference ? "+" : "";
        int digits = difference ? decimals : 2;
        return "| " + what + " | " + number(bare.value(), decimals) + " | " + number(widgets.value(), decimals) + " | "
                + sign + number(compared.value(), digits) + " | " + number(compared.least(), digits) + " to "
                + number(compared.greatest(), digits) + " | " + goal.text() + " | " + goal.judge(compared.value())
                + " |\n";
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
