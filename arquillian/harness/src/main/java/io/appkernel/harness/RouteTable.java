package io.appkernel.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The routes that the design promises, held against the document of a live server. What is not built yet stands in
 * {@code routes-not-built.tsv}, which must only ever shrink. Immutable.
 */
final class RouteTable {
    /** Such a route is not there until it is set up: OAuthIT sets it up. */
    private static final String CONFIGURED = ", when configured";

    private static final String PARAMETER = "\\{[^}]*}";

    private final Map<String, String> promised;
    private final Set<String> notBuilt;

    /** Both in tab-separated lines after a heading: method, path and, for those promised, who may call. */
    RouteTable(List<String> promised, List<String> notBuilt) {
        this.promised = new TreeMap<>();
        rows(promised).forEach(row -> this.promised.put(key(row[0], row[1]), row[2]));
        this.notBuilt = new TreeSet<>();
        rows(notBuilt).forEach(row -> this.notBuilt.add(key(row[0], row[1])));
    }

    /** The project's own tables. */
    static RouteTable ofTheProject() {
        return new RouteTable(lines("routes.tsv"), lines("routes-not-built.tsv"));
    }

    /**
     * Where the document and the tables part, in sentences; empty when they agree.
     *
     * @param document what {@code /openapi} answered
     * @param isApps tells the app's own paths, which no table lists
     */
    List<String> disagreements(JsonNode document, Predicate<String> isApps) {
        Map<String, JsonNode> live = operations(document, isApps);
        List<String> found = new ArrayList<>();
        notBuilt.stream()
                .filter(route -> !promised.containsKey(route))
                .forEach(route -> found.add(route + " is not in routes.tsv: take it off routes-not-built.tsv"));
        promised.forEach((route, who) -> {
            JsonNode operation = live.get(route);
            if (operation == null && !notBuilt.contains(route) && !who.contains(CONFIGURED)) {
                found.add(route + " is promised and not in the document");
            } else if (operation != null && notBuilt.contains(route)) {
                found.add(route + " is built: take it off routes-not-built.tsv");
            } else if (operation != null && !agrees(who, access(operation))) {
                found.add(route + " is for " + access(operation) + " and should be for: " + who);
            }
        });
        live.keySet().stream()
                .filter(route -> !promised.containsKey(route))
                .forEach(route -> found.add(route + " is in the document and not in routes.tsv"));
        return found;
    }

    /**
     * A promised route that is built.
     *
     * @param who as the table has it
     */
    record Built(String method, String path, String who) {
        /** Whether a caller without a credential is let in, always or outside prod. */
        boolean isPublic() {
            return who.startsWith("public") || who.startsWith("Stripe signature");
        }

        boolean isForAdmins() {
            return who.startsWith("admin");
        }

        /** Whether a deployment may do without it. */
        boolean isOptional() {
            return who.contains("when configured");
        }

        /** A path that could be asked for. */
        String example() {
            return path.replaceAll(PARAMETER, "none");
        }
    }

    /** Every route that is built, by its path. */
    List<Built> built() {
        return promised.entrySet().stream()
                .filter(route -> !notBuilt.contains(route.getKey()))
                .map(route -> {
                    int space = route.getKey().indexOf(' ');
                    return new Built(
                            route.getKey().substring(0, space), route.getKey().substring(space + 1), route.getValue());
                })
                .toList();
    }

    private static Map<String, JsonNode> operations(JsonNode document, Predicate<String> isApps) {
        Map<String, JsonNode> operations = new TreeMap<>();
        document.path("paths").fields().forEachRemaining(path -> {
            if (!isApps.test(path.getKey())) {
                path.getValue()
                        .fields()
                        .forEachRemaining(verb -> operations.put(key(verb.getKey(), path.getKey()), verb.getValue()));
            }
        });
        return operations;
    }

    /** What the document says: public, user, or a list of roles. */
    private static String access(JsonNode operation) {
        List<String> roles = new ArrayList<>();
        operation.path("x-required-roles").forEach(role -> roles.add(role.asText()));
        if (!roles.isEmpty()) {
            return String.join(", ", roles);
        }
        return operation.has("security") ? "user" : "public";
    }

    /**
     * A workspace's members, owners of a task and the like are users to the document: the rest is checked when the
     * route runs. A row that names two of them leaves the choice to a setting or to the environment.
     */
    private static boolean agrees(String who, String access) {
        String rule = who.replace("[+]", "").replace(CONFIGURED, "").strip();
        return switch (rule) {
            case "public", "public (bounded)", "Stripe signature" -> access.equals("public");
            // Whoever has neither is refused when the route runs.
            case "user, or by refresh_token" -> access.equals("public");
            case "admin" -> access.equals("admin");
            case "admin|internal|none", "public outside prod, admin in prod" ->
                access.equals("public") || access.equals("admin");
            default -> access.equals("user");
        };
    }

    private static String key(String method, String path) {
        return method.toUpperCase(java.util.Locale.ROOT) + " " + path.replaceAll(PARAMETER, "{}");
    }

    private static List<String[]> rows(List<String> lines) {
        return lines.stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split("\t"))
                .toList();
    }

    private static List<String> lines(String name) {
        try (InputStream in = RouteTable.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
