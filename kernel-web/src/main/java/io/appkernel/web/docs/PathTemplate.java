package io.appkernel.web.docs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A path as the document writes it, and what its parameters must match.
 *
 * @param path the path with bare {@code {name}} parameters
 * @param patterns every parameter, in order, with the regular expression its path gave it or an empty text
 */
record PathTemplate(String path, Map<String, String> patterns) {

    /** Takes the regular expressions out of {@code {name: expression}}; expressions may hold braces of their own. */
    static PathTemplate of(String template) {
        StringBuilder path = new StringBuilder();
        Map<String, String> patterns = new LinkedHashMap<>();
        int at = 0;
        while (at < template.length()) {
            int open = template.indexOf('{', at);
            if (open < 0) {
                break;
            }
            int close = closing(template, open);
            String inside = template.substring(open + 1, close);
            int colon = inside.indexOf(':');
            String name = (colon < 0 ? inside : inside.substring(0, colon)).strip();
            patterns.put(name, colon < 0 ? "" : inside.substring(colon + 1).strip());
            path.append(template, at, open).append('{').append(name).append('}');
            at = close + 1;
        }
        return new PathTemplate(path.append(template.substring(at)).toString(), patterns);
    }

    /** This path with the expressions that the same parameters have in the templates it was put together from. */
    PathTemplate withPatternsOf(Stream<String> templates) {
        Map<String, String> found = new LinkedHashMap<>(patterns);
        templates
                .map(PathTemplate::of)
                .flatMap(template -> template.patterns.entrySet().stream())
                .filter(entry -> !entry.getValue().isEmpty())
                .forEach(entry -> found.replace(entry.getKey(), entry.getValue()));
        return new PathTemplate(path, found);
    }

    private static int closing(String template, int open) {
        int depth = 0;
        for (int i = open; i < template.length(); i++) {
            char c = template.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("The path " + template + " opens a { that it does not close");
    }
}
