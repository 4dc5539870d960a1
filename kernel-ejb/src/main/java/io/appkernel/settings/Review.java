package io.appkernel.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything there is to say about the settings of one deployment: what is wrong, what is odd, and what they are. */
final class Review {
    private final List<String> problems = new ArrayList<>();
    private final List<Leaf> leaves = new ArrayList<>();
    private final Sources sources;
    private final KernelSettings settings;

    Review(Sources sources, Stream<Class<? extends Record>> types) {
        this.sources = sources;
        Binder binder = new Binder(sources, problems::add);
        List<Shape> shapes = types.flatMap(type -> shape(type, binder)).toList();
        unique(shapes);
        this.settings = binder.bind(shapes);
    }

    KernelSettings settings() {
        return settings;
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    List<String> unknownNames() {
        return new UnknownNames(leaves).report(sources.names());
    }

    /**
     * Runs the checks. They speak of values in force, so a failure about a refused value's default is left out, and
     * nothing can be said about an environment that is itself misspelt.
     */
    List<String> failed(List<NamedCheck> checks) {
        Set<String> refused = problems.stream().map(Review::subject).collect(Collectors.toSet());
        if (refused.contains("kernel.environment")) {
            return List.of();
        }
        return checks.stream()
                .flatMap(check -> check.run(settings).stream())
                .filter(failure -> !refused.contains(subject(failure)))
                .distinct()
                .toList();
    }

    /** The property a problem begins with. */
    private static String subject(String problem) {
        return problem.split("[: ]", 2)[0];
    }

    private Stream<Shape> shape(Class<? extends Record> type, Binder binder) {
        String prefix = type.getAnnotation(Settings.class).value();
        return Shape.of(type, prefix, binder::readable, problems::add).stream();
    }

    private void unique(List<Shape> shapes) {
        Map<String, Shape> owners = new HashMap<>();
        for (Shape shape : shapes) {
            shape.leaves().forEach(leaf -> {
                leaves.add(leaf);
                Shape other = owners.putIfAbsent(leaf.property(), shape);
                if (other != null) {
                    problems.add(leaf.property() + " belongs to two records, "
                            + other.type().getName() + " and " + shape.type().getName()
                            + "; give one of them another prefix or component name");
                }
            });
        }
    }
}
