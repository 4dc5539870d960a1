package io.appkernel.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The way from the edge into one WAR: which of its paths are JAX-RS, what another API prefix stands for, and whether
 * the lock on its routes has been tried.
 */
final class Door {
    private static final String APPLICATION = "jakarta.ws.rs.core.Application";

    private static final Pattern UPWARD = Pattern.compile("/(?:\\.|%2e){1,2}(?:/|;|$)", Pattern.CASE_INSENSITIVE);

    private final List<String> restPaths;
    private final @Nullable ApiPrefix rename;
    private final SelfTest selfTest;

    private Door(List<String> restPaths, @Nullable ApiPrefix rename, SelfTest selfTest) {
        this.restPaths = restPaths;
        this.rename = rename;
        this.selfTest = selfTest;
    }

    static Door of(ServletContext context, String apiPrefix) {
        List<String> rest = restPaths(context);
        return new Door(
                rest,
                ApiPrefix.of(context, apiPrefix),
                new SelfTest(context.getContextPath(), askedPaths(context, apiPrefix)));
    }

    /** The prefixes under which callers reach the JAX-RS applications of the WAR. */
    static List<String> askedPaths(ServletContext context, String apiPrefix) {
        ApiPrefix other = ApiPrefix.of(context, apiPrefix);
        return restPaths(context).stream()
                .map(path -> other != null && path.equals(other.fixed()) ? other.asked() : path)
                .toList();
    }

    /** The prefixes of every JAX-RS application of the WAR, as {@code /api/v1}. */
    static List<String> restPaths(ServletContext context) {
        return context.getServletRegistrations().values().stream()
                .filter(servlet -> isRest(servlet, context.getClassLoader()))
                .flatMap(servlet -> servlet.getMappings().stream())
                .filter(mapping -> mapping.endsWith("/*"))
                .map(mapping -> mapping.substring(0, mapping.length() - 2))
                .distinct()
                .toList();
    }

    private static boolean isRest(ServletRegistration servlet, ClassLoader loader) {
        if (servlet.getName().equals(APPLICATION) || isRuntimes(servlet)) {
            return true;
        }
        try {
            Class<?> named = Class.forName(servlet.getName(), false, loader);
            return jakarta.ws.rs.core.Application.class.isAssignableFrom(named);
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** A runtime's own servlet, as a web.xml may declare it under any name. */
    private static boolean isRuntimes(ServletRegistration servlet) {
        String type = servlet.getClassName();
        return servlet.getInitParameter(APPLICATION) != null
                || servlet.getInitParameter("jakarta.ws.rs.Application") != null
                || type != null
                        && (type.startsWith("org.glassfish.jersey.servlet.")
                                || type.startsWith("org.jboss.resteasy.plugins.server.servlet."));
    }

    /** Why nobody may enter now, or null. */
    @Nullable Problem refusal(HttpServletRequest request) {
        String path = path(request);
        if (rename != null
                && (starts(path, rename.fixed()) || starts(path, rename.asked()) && target(request) == null)) {
            return Problem.of(404, Statuses.detail(404));
        }
        // Asked for every path, so that the first readiness probe tries the lock before there is traffic.
        Problem untried = selfTest.refusal(request);
        return isRest(path) ? untried : null;
    }

    private boolean isRest(String path) {
        for (String prefix : restPaths) {
            if (starts(path, prefix)) {
                return true;
            }
        }
        return rename != null && starts(path, rename.asked());
    }

    /** Whether the request is for the API under the prefix that the settings gave it. */
    boolean renames(HttpServletRequest request) {
        return rename != null && starts(path(request), rename.asked());
    }

    void enter(HttpServletRequest request, EdgeResponse response, FilterChain chain)
            throws IOException, ServletException {
        String target = target(request);
        if (target == null) {
            chain.doFilter(request, response);
            return;
        }
        RequestDispatcher dispatcher = request.getRequestDispatcher(target);
        dispatcher.forward(request, response);
    }

    /**
     * Where a request under the asked prefix goes, as the client encoded it; null when it is for something else, or
     * written so that it might lead somewhere else.
     */
    private @Nullable String target(HttpServletRequest request) {
        if (rename == null) {
            return null;
        }
        String asked = request.getContextPath() + rename.asked();
        String raw = request.getRequestURI();
        String rest = starts(raw, asked) ? raw.substring(asked.length()) : "/..";
        return UPWARD.matcher(rest).find() ? null : rename.fixed() + rest;
    }

    /** As the container understood it: decoded, without parameters and dots, however the client wrote it. */
    private static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }

    private static boolean starts(String path, String prefix) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }
}
