package io.appkernel.web.docs;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names for people out of names in code. */
final class Words {
    private static final Pattern HUMPS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[_\\W]+");
    private static final List<String> ENDINGS = List.of("Resource", "Endpoint", "Controller");

    private Words() {}

    /** {@code ApiKeysResource} is {@code ApiKeys}. */
    static String subject(Class<?> resource) {
        String name = resource.getSimpleName();
        for (String ending : ENDINGS) {
            if (name.length() > ending.length() && name.endsWith(ending)) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }

    /** {@code changePassword} is {@code Change password}. */
    static String sentence(String camelCase) {
        String words = String.join(" ", HUMPS.split(camelCase)).toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** {@code ApiKeys} is {@code apiKeys}. */
    static String decapitalised(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
