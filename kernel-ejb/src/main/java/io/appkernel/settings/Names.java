package io.appkernel.settings;

import java.util.Locale;
import java.util.regex.Pattern;

/** How one name is written: as a record's component, as a property, as an environment variable. */
final class Names {
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9]");

    private Names() {}

    /** {@code maxBodySize} becomes {@code max-body-size}. */
    static String kebab(String component) {
        return HUMP.matcher(component).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    /** {@code kernel.edge.max-body-size} becomes {@code KERNEL_EDGE_MAX_BODY_SIZE}. */
    static String variable(String property) {
        return OTHER.matcher(property).replaceAll("_").toUpperCase(Locale.ROOT);
    }
}
