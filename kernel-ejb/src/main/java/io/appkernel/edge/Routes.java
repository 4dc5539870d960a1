package io.appkernel.edge;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Every route of the deployment, of each WAR, as the servers report them while applications start. Thread-safe. */
@ApplicationScoped
public class Routes {
    private final Map<String, Route> byKey = new ConcurrentHashMap<>();

    void add(Route route) {
        byKey.put(route.verb() + " " + route.path(), route);
    }

    /** Sorted by path, then by verb. A WAR that starts lazily adds its routes when it does. */
    public List<Route> all() {
        return byKey.values().stream()
                .sorted(Comparator.comparing(Route::path).thenComparing(Route::verb))
                .toList();
    }
}
