package io.appkernel.auth;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How scopes and permissions are written and compared: {@code documents:write}, {@code documents:*} for every verb, {@code
 * *} for everything. A single word such as {@code admin} is allowed by itself and by {@code *} only.
 */
public final class Scopes {
    /** Everything. */
    public static final String ALL = "*";

    private static final int LONGEST = 100;
    private static final String WORD = "[A-Za-z0-9_.-]+";
    private static final Pattern FORM = Pattern.compile("\\*|" + WORD + "(:(" + WORD + "|\\*))?");
    private static final String EVERY_VERB = ":*";

    private Scopes() {}

    /** Whether a text is a scope. */
    public static boolean isScope(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    /** Whether one of those held covers the wanted one, which may have a wildcard itself. */
    public static boolean allow(Set<String> held, String wanted) {
        if (held.contains(ALL) || held.contains(wanted)) {
            return true;
        }
        int colon = wanted.indexOf(':');
        return colon > 0 && held.contains(wanted.substring(0, colon) + EVERY_VERB);
    }

    /** Whether all that are wanted are covered. */
    public static boolean allowAll(Set<String> held, Set<String> wanted) {
        return wanted.stream().allMatch(each -> allow(held, each));
    }

    /** Exactly what both sets cover. */
    public static Set<String> common(Set<String> one, Set<String> other) {
        Set<String> both = new LinkedHashSet<>();
        one.stream().filter(each -> allow(other, each)).forEach(both::add);
        other.stream().filter(each -> allow(one, each)).forEach(both::add);
        return Set.copyOf(both);
    }
}
