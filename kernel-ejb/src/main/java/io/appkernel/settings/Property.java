package io.appkernel.settings;

import java.util.List;

/**
 * One property of the deployment, to show to people.
 *
 * @param name the property's own name
 * @param aliases the other names it is read under
 * @param type what a value must be, in words
 * @param defaultValue the value when nothing sets it; empty when there is none
 * @param value the value in force, {@link SecretText#MASK} for a secret, empty when there is none
 * @param source the name it was set under and the config source that holds it, or {@code default}
 */
public record Property(
        String name, List<String> aliases, String type, String defaultValue, String value, String source) {
    public Property {
        aliases = List.copyOf(aliases);
    }
}
