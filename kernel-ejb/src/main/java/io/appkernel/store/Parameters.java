package io.appkernel.store;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Brings the ways to give parameters down to one: a question mark for each value. */
final class Parameters {
    private static final Pattern PLACE = Pattern.compile("\\?|:([\\p{L}_][\\p{L}\\p{N}_]*)");

    private Parameters() {}

    /** One value for each question mark; a collection becomes as many as it holds. */
    static String spread(String text, List<? extends @Nullable Object> given, List<@Nullable Object> values) {
        Iterator<? extends @Nullable Object> next = given.iterator();
        Matcher places = PLACE.matcher(text);
        StringBuilder spread = new StringBuilder();
        while (places.find()) {
            if (places.group(1) != null) {
                throw refused(text, "names :" + places.group(1) + ", so its values must come in a map");
            }
            if (!next.hasNext()) {
                throw refused(text, "has more ? than there are values");
            }
            places.appendReplacement(spread, marks(next.next(), values));
        }
        if (next.hasNext()) {
            throw refused(text, "has fewer ? than there are values");
        }
        return places.appendTail(spread).toString();
    }

    /** A value for each name after a colon. */
    static String spread(String text, Map<String, ? extends @Nullable Object> given, List<@Nullable Object> values) {
        Matcher places = PLACE.matcher(text);
        StringBuilder spread = new StringBuilder();
        while (places.find()) {
            String name = places.group(1);
            if (name == null || !given.containsKey(name)) {
                throw refused(
                        text,
                        name == null
                                ? "has a ?, so its values must come in a list"
                                : "names :" + name + ", which was not given; given are " + given.keySet());
            }
            places.appendReplacement(spread, marks(given.get(name), values));
        }
        return places.appendTail(spread).toString();
    }

    private static String marks(@Nullable Object value, List<@Nullable Object> values) {
        if (value instanceof Collection<?> many) {
            values.addAll(many);
            return String.join(", ", Collections.nCopies(many.size(), "?"));
        }
        values.add(value);
        return "?";
    }

    private static KernelException refused(String text, String why) {
        return new KernelException(ErrorCode.INVALID, "The condition \"" + text + "\" " + why + ".");
    }
}
