package io.appkernel.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/**
 * Names that are the kernel's by their beginning and that no settings record reads, most likely misspelt. Compares
 * names as environment variables write them, so that dots, dashes and underscores are not held apart.
 */
final class UnknownNames {
    private final Set<String> exact = new HashSet<>();
    private final Map<String, String> byVariable = new HashMap<>();

    UnknownNames(Collection<Leaf> leaves) {
        for (Leaf leaf : leaves) {
            exact.addAll(leaf.names());
            byVariable.put(Names.variable(leaf.property()), leaf.property());
            leaf.aliases().forEach(alias -> byVariable.putIfAbsent(Names.variable(alias), leaf.property()));
        }
    }

    /** One line for each, sorted, with its source, and the nearest known name when there is a near one. */
    List<String> report(Map<String, String> namesWithSource) {
        List<String> report = new ArrayList<>();
        namesWithSource.forEach((name, source) -> {
            if (unknown(name, namesWithSource.keySet())) {
                String hint = nearest(name)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("");
                report.add(Quoted.of(name) + " (in " + source + ") is no setting" + hint);
            }
        });
        return report.stream().sorted().toList();
    }

    private boolean unknown(String name, Set<String> all) {
        if (name.startsWith("KERNEL_")) {
            return !readFromEnvironment(name);
        }
        if (!name.startsWith("kernel.") || exact.contains(name)) {
            return false;
        }
        // Config implementations offer dotted guesses of each variable beside the variable: that one is judged.
        return !all.contains(Names.variable(name));
    }

    private boolean readFromEnvironment(String variable) {
        return exact.contains(variable)
                || exact.stream().anyMatch(name -> Names.variable(name).equals(variable));
    }

    private Optional<String> nearest(String name) {
        String variable = Names.variable(name);
        String best = null;
        int limit = Math.max(2, variable.length() / 4);
        for (Map.Entry<String, String> known : byVariable.entrySet()) {
            int distance = new LevenshteinDistance(limit).apply(variable, known.getKey());
            if (distance >= 0 && (distance < limit || best == null || first(known.getValue(), best))) {
                best = known.getValue();
                limit = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Of two names equally near the alphabetically first one, so that the report is always the same. */
    private static boolean first(String name, @Nullable String other) {
        return other == null || name.compareTo(other) < 0;
    }
}
