package io.appkernel.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.appkernel.Uses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Who stands on whom. */
final class Layers {
    /**
     * From the ground up: a feature uses only features named before it. {@code web} also stands for every package below
     * it; these may use {@code web} itself but not one another.
     */
    static final List<String> ORDER = Stream.of(
                    "errors breaker time json context cron net plugin settings lifecycle",
                    "log metrics jmx health",
                    "db redis signals schema migrations entities orm history store seeds queue outbox locks cache http telemetry",
                    "jobs ratelimit idempotency streams backup",
                    "auth claims operator keyring mail passwords users roles tokens sessions login apikeys issuers oauth",
                    "workspaces flags webhooks billing",
                    "rest edge web")
            .flatMap(row -> Stream.of(row.split(" ")))
            .toList();

    private Layers() {}

    static Map<String, Rule> rules() {
        return Map.of(
                "features form no cycle",
                Rule.arch(house -> SlicesRuleDefinition.slices()
                        .matching(house.root() + ".(**)")
                        .should()
                        .beFreeOfCycles()),
                "every feature has its place in the order",
                Layers::withoutPlace,
                "every feature declares its uses",
                Layers::withoutUses,
                "what is used is declared",
                Layers::undeclared,
                "what is declared is used",
                Layers::unused,
                "uses run downward",
                house -> edges(house, edge -> !edge.runsDown(), Edge::upward));
    }

    private static List<String> withoutPlace(House house) {
        return house.features().stream()
                .map(house::nameOf)
                .filter(name -> !ORDER.contains(groundOf(name)))
                .map(name -> name + " has no place in Layers.ORDER: name it there, after everything it uses")
                .toList();
    }

    private static List<String> withoutUses(House house) {
        return house.features().stream()
                .filter(feature -> !feature.isAnnotatedWith(Uses.class))
                .map(feature -> feature.getName() + " lacks " + uses(house, feature) + " on its package-info")
                .toList();
    }

    private static List<String> undeclared(House house) {
        return edges(
                house,
                edge -> !declared(edge.feature()).contains(edge.to()),
                edge -> edge.from() + " uses " + edge.to() + " and does not say so: write "
                        + uses(house, edge.feature()) + " on its package-info.\n    "
                        + edge.use().getDescription());
    }

    /** What should stand on the package. */
    private static String uses(House house, JavaPackage feature) {
        List<String> quoted =
                edges(house, feature).map(edge -> '"' + edge.to() + '"').toList();
        return "@Uses({" + String.join(", ", quoted) + "})";
    }

    private static List<String> unused(House house) {
        return house.features().stream()
                .flatMap(feature -> {
                    Set<String> idle = declared(feature);
                    edges(house, feature).map(Edge::to).forEach(idle::remove);
                    return idle.stream()
                            .map(name -> house.nameOf(feature) + " does not use " + name + ": write "
                                    + uses(house, feature) + " on its package-info");
                })
                .toList();
    }

    private static List<String> edges(House house, Predicate<Edge> wrong, Function<Edge, String> message) {
        return house.features().stream()
                .flatMap(feature -> edges(house, feature))
                .filter(wrong)
                .map(message)
                .toList();
    }

    /** The features that the code of this one uses, each with one place where it does. */
    private static Stream<Edge> edges(House house, JavaPackage feature) {
        Map<String, Edge> byTarget = new TreeMap<>();
        String from = house.nameOf(feature);
        feature.getClasses().stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .sorted()
                .forEach(use -> house.featureOf(use.getTargetClass())
                        .filter(to -> !to.equals(from))
                        .ifPresent(to -> byTarget.putIfAbsent(to, new Edge(feature, from, to, use))));
        return byTarget.values().stream();
    }

    private static Set<String> declared(JavaPackage feature) {
        return feature.tryGetAnnotationOfType(Uses.class)
                .map(uses -> new TreeSet<>(List.of(uses.value())))
                .orElseGet(TreeSet::new);
    }

    private static String groundOf(String name) {
        return name.startsWith("web.") ? "web" : name;
    }

    private record Edge(JavaPackage feature, String from, String to, Dependency use) {
        boolean runsDown() {
            if (groundOf(from).equals("web") && groundOf(to).equals("web")) {
                return to.equals("web");
            }
            return ORDER.contains(to) && ORDER.indexOf(to) < ORDER.indexOf(groundOf(from));
        }

        String upward() {
            return from + " may not use " + to + ", which does not stand below it in Layers.ORDER: let " + from
                    + " own an event or an interface that " + to + " serves.\n    " + use.getDescription();
        }
    }
}
