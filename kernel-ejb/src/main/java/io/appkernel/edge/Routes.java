package io.appkernel.edge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.ServletContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Every route of the deployment, of each WAR, as the servers report them while applications start. Thread-safe. */
@ApplicationScoped
public class Routes {
    private final Map<String, Route> byKey = new ConcurrentHashMap<>();
    private final Map<ClassLoader, ServletContext> wars = new ConcurrentHashMap<>();

    void war(ServletContext context) {
        wars.put(context.getClassLoader(), context);
    }

    /** The path under which callers reach the JAX-RS application of that WAR. */
    String baseOf(ClassLoader loader, String apiPrefix) {
        ServletContext context = wars.get(loader);
        if (context == null) {
            return "";
        }
        List<String> paths = Door.askedPaths(context, apiPrefix);
        return context.getContextPath() + (paths.isEmpty() ? "" : paths.get(0));
    }

    /** How that WAR's own prefix differs from the one callers use; null when it does not. */
    @Nullable ApiPrefix prefixOf(ClassLoader loader, String apiPrefix) {
        ServletContext context = wars.get(loader);
        return context == null ? null : ApiPrefix.of(context, apiPrefix);
    }

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
