package io.appkernel.edge;

import io.appkernel.auth.Access;
import io.appkernel.auth.AccessRules;
import io.appkernel.auth.Gate;
import io.appkernel.auth.Requirement;
import io.appkernel.rest.EnabledBy;
import io.appkernel.rest.RestConventions;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sees each resource method as its application starts, puts the lock on it and notes the route. */
final class RouteFeature implements DynamicFeature {
    private static final Pattern PARAMETER_RULE = Pattern.compile("\\{\\s*([\\w.-]+)\\s*:(?:[^{}]|\\{[^{}]*})*}");
    private static final Pattern SLASHES = Pattern.compile("/{2,}");

    private final Routes routes;
    private final String base;
    private final RestConventions conventions;
    private final Predicate<String> features;
    private final Gate gate;

    /** @param features whether the routes of a feature exist */
    RouteFeature(Routes routes, String base, RestConventions conventions, Predicate<String> features, Gate gate) {
        this.routes = routes;
        this.base = base;
        this.conventions = conventions;
        this.features = features;
        this.gate = gate;
    }

    @Override
    public void configure(ResourceInfo info, FeatureContext context) {
        Class<?> resource = info.getResourceClass();
        Method handler = info.getResourceMethod();
        String verb = find(handler, RouteFeature::verb).orElse("GET");
        if (isServersOwn(resource) || isTurnedOff(resource)) {
            context.register(new HiddenFilter());
            return;
        }
        Route route = new Route(verb, path(resource, handler), resource, handler, AccessRules.of(resource, handler));
        if (resource != AccessProbe.class) {
            routes.add(route);
        }
        classPath(resource).ifPresent(root -> requireParameters(route));
        context.register(new AccessFilter(route, gate));
        conventions.register(context, resource, handler);
    }

    /** A lock that asks for a resource which the path does not name would only be found out by who is shut out. */
    private static void requireParameters(Route route) {
        if (route.access() instanceof Access.Requiring requiring) {
            for (Requirement each : requiring.requirements()) {
                each.target().map(Requirement.Target::parameter).ifPresent(name -> {
                    if (!route.path().contains("{" + name + "}")) {
                        throw new IllegalArgumentException(route.handler() + " asks for " + each.permission()
                                + " on the path parameter {" + name + "}, and its path is " + route.path());
                    }
                });
            }
        }
    }

    /** What a runtime adds by itself, such as WADL, and the answers to OPTIONS. */
    private static boolean isServersOwn(Class<?> resource) {
        String name = resource.getName();
        return name.startsWith("org.glassfish.jersey.")
                || name.startsWith("org.jboss.resteasy.")
                || name.startsWith("fish.payara.");
    }

    private boolean isTurnedOff(Class<?> resource) {
        EnabledBy feature = resource.getAnnotation(EnabledBy.class);
        return feature != null && !features.test(feature.value());
    }

    private String path(Class<?> resource, Method handler) {
        String ofClass = classPath(resource).orElse("");
        String ofMethod = find(handler, method -> annotation(method, Path.class))
                .map(Path::value)
                .orElse("");
        String joined = base + "/" + ofClass + "/" + ofMethod;
        String named = PARAMETER_RULE.matcher(joined).replaceAll("{$1}");
        String clean = SLASHES.matcher(named).replaceAll("/");
        return clean.length() > 1 && clean.endsWith("/") ? clean.substring(0, clean.length() - 1) : clean;
    }

    private static Optional<String> classPath(Class<?> resource) {
        for (Class<?> type = resource; type != null; type = type.getSuperclass()) {
            Optional<String> path = Stream.concat(Stream.of(type), Stream.of(type.getInterfaces()))
                    .map(at -> at.getAnnotation(Path.class))
                    .filter(java.util.Objects::nonNull)
                    .map(Path::value)
                    .findFirst();
            if (path.isPresent()) {
                return path;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> verb(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                return Optional.of(verb.value());
            }
        }
        return Optional.empty();
    }

    static <A extends Annotation> Optional<A> annotation(Method method, Class<A> type) {
        return Optional.ofNullable(method.getAnnotation(type));
    }

    /** Looks at the method, then at those it overrides: JAX-RS annotations may stand on an interface. */
    static <T> Optional<T> find(Method method, Function<Method, Optional<T>> reader) {
        Optional<T> here = reader.apply(method);
        if (here.isPresent()) {
            return here;
        }
        for (Class<?> type = method.getDeclaringClass(); type != null; type = type.getSuperclass()) {
            Optional<T> above = Stream.concat(Stream.of(type), Stream.of(type.getInterfaces()))
                    .flatMap(at -> declared(at, method).stream())
                    .flatMap(found -> reader.apply(found).stream())
                    .findFirst();
            if (above.isPresent()) {
                return above;
            }
        }
        return Optional.empty();
    }

    private static Optional<Method> declared(Class<?> type, Method method) {
        try {
            return Optional.of(type.getDeclaredMethod(method.getName(), method.getParameterTypes()));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }

    /**
     * For what a runtime publishes unasked (WADL, its own OpenAPI) and what is turned off: there is nothing there.
     * OPTIONS is harmless. Before the servers' own locks, which would answer 403.
     */
    @Priority(Priorities.AUTHENTICATION)
    private static final class HiddenFilter implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            if (!"OPTIONS".equals(request.getMethod())) {
                throw new NotFoundException();
            }
        }
    }
}
