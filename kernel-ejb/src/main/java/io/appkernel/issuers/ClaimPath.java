package io.appkernel.issuers;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds a claim by its whole name, dots and all, or else by a path of names with dots. Immutable. */
record ClaimPath(String name) {
    Optional<String> text(Map<String, Object> claims) {
        return find(claims) instanceof String text && !text.isBlank() ? Optional.of(text.strip()) : Optional.empty();
    }

    /** A list, or the words of a text. */
    Set<String> words(Map<String, Object> claims) {
        Set<String> words = new LinkedHashSet<>();
        Object value = find(claims);
        if (value instanceof Collection<?> list) {
            list.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .forEach(words::add);
        } else if (value instanceof String text) {
            words.addAll(Arrays.asList(text.strip().split("\\s+")));
        }
        words.remove("");
        return words;
    }

    private @Nullable Object find(Map<String, Object> claims) {
        Object whole = claims.get(name);
        if (whole != null) {
            return whole;
        }
        Object at = claims;
        for (String part : name.split("\\.")) {
            at = at instanceof Map<?, ?> map ? map.get(part) : null;
        }
        return at;
    }
}
