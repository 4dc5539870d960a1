package io.appkernel.db;

import io.appkernel.settings.SecretText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * User and password of a URL, and the URL without them.
 *
 * @param rest everything else, as it stood
 */
record UrlCredentials(String rest, Optional<String> user, Optional<SecretText> password) {

    /** Takes them from before the {@code @} of the authority, or else from the parameters of those names. */
    static UrlCredentials takenFrom(String url, char opening, char separator) {
        int parameters = url.indexOf(opening);
        String place = parameters < 0 ? url : url.substring(0, parameters);
        UrlCredentials front = fromAuthority(place);
        if (parameters < 0) {
            return front;
        }
        StringJoiner kept = new StringJoiner(String.valueOf(separator), String.valueOf(opening), "").setEmptyValue("");
        Optional<String> user = front.user;
        Optional<SecretText> password = front.password;
        for (String parameter : url.substring(parameters + 1).split(String.valueOf(separator))) {
            String[] pair = parameter.split("=", 2);
            String raw = pair.length < 2 ? "" : pair[1];
            switch (pair[0].toLowerCase(Locale.ROOT)) {
                case "user" -> user = user.or(() -> Optional.of(text(raw, separator)));
                case "password" -> password = password.or(() -> Optional.of(new SecretText(text(raw, separator))));
                default -> kept.add(parameter);
            }
        }
        return new UrlCredentials(front.rest + kept, user, password);
    }

    private static UrlCredentials fromAuthority(String place) {
        int start = place.indexOf("//") + 2;
        int path = place.indexOf('/', start);
        int at = (path < 0 ? place : place.substring(0, path)).lastIndexOf('@');
        if (start < 2 || at < start) {
            return new UrlCredentials(place, Optional.empty(), Optional.empty());
        }
        String[] parts = place.substring(start, at).split(":", 2);
        String rest = place.substring(0, start) + place.substring(at + 1);
        Optional<SecretText> password =
                parts.length == 2 ? Optional.of(new SecretText(decoded(parts[1]))) : Optional.empty();
        return new UrlCredentials(rest, Optional.of(decoded(parts[0])).filter(user -> !user.isEmpty()), password);
    }

    /** Only the parameters of a query are encoded; those of H2 stand as they are. */
    private static String text(String raw, char separator) {
        return separator == '&' ? decoded(raw) : raw;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("has a % in user or password that two hexadecimal digits do not follow;"
                    + " write % itself as %25");
        }
    }
}
