package io.appkernel.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way from the edge into one WAR: which of its paths are JAX-RS, what another API prefix stands for, and whether
 * the lock on its routes has been tried.
 */
final class Door {
    private static final String APPLICATION = "jakarta.ws.rs.core.Application";
    private static final String KERNEL_APPLICATION = "io.appkernel.web.KernelApplication";

    private final List<String> restPaths;
    private final @Nullable Rename rename;
    private final SelfTest selfTest;

    private Door(List<String> restPaths, @Nullable Rename rename, SelfTest selfTest) {
        this.restPaths = restPaths;
        this.rename = rename;
        this.selfTest = selfTest;
    }

    static Door of(ServletContext context, String apiPrefix) {
        List<String> rest = restPaths(context);
        Optional<String> kernels = kernelMapping(context);
        Rename rename = kernels.filter(fixed -> !fixed.equals(apiPrefix))
                .map(fixed -> new Rename(apiPrefix, fixed))
                .orElse(null);
        return new Door(rest, rename, new SelfTest(context.getContextPath(), rest));
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

    private static Optional<String> kernelMapping(ServletContext context) {
        ServletRegistration servlet = context.getServletRegistration(KERNEL_APPLICATION);
        return servlet == null
                ? Optional.empty()
                : servlet.getMappings().stream()
                        .filter(mapping -> mapping.endsWith("/*"))
                        .map(mapping -> mapping.substring(0, mapping.length() - 2))
                        .findFirst();
    }

    private static boolean isRest(ServletRegistration servlet, ClassLoader loader) {
        if (servlet.getName().equals(APPLICATION)) {
            return true;
        }
        try {
            Class<?> named = Class.forName(servlet.getName(), false, loader);
            return jakarta.ws.rs.core.Application.class.isAssignableFrom(named);
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** Why nobody may enter now, or null. */
    @Nullable Problem refusal(HttpServletRequest request) {
        String path = path(request);
        if (rename != null && starts(path, rename.fixed())) {
            return Problem.of(404, Statuses.detail(404));
        }
        return isRest(path) ? selfTest.refusal(request) : null;
    }

    private boolean isRest(String path) {
        for (String prefix : restPaths) {
            if (starts(path, prefix)) {
                return true;
            }
        }
        return rename != null && starts(path, rename.asked());
    }

    void enter(HttpServletRequest request, EdgeResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = path(request);
        if (rename == null || !starts(path, rename.asked())) {
            chain.doFilter(request, response);
            return;
        }
        String target = rename.fixed() + path.substring(rename.asked().length());
        RequestDispatcher dispatcher = request.getRequestDispatcher(target);
        dispatcher.forward(request, response);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static boolean starts(String path, String prefix) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }

    /** {@code kernel.api-prefix} says another path than the one the application is compiled with. */
    private record Rename(String asked, String fixed) {}
}
