package io.appkernel.edge;

import io.appkernel.auth.Access;
import io.appkernel.auth.AccessRules;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rules of the resources through which a request came to a sub-resource: their annotations hold for what they lead
 * to. Where several locators of a class could have led there, the rules of all of them hold. Thread-safe.
 */
final class Locators {
    private final Class<?> leaf;
    private final Map<Step, List<Access>> known = new ConcurrentHashMap<>();

    private record Step(Class<?> from, Class<?> to) {}

    Locators(Class<?> leaf) {
        this.leaf = leaf;
    }

    /** The rules on the way; none for a resource that stands by itself. */
    List<Access> rules(ContainerRequestContext request) {
        List<Object> matched = request.getUriInfo().getMatchedResources();
        boolean itself = !matched.isEmpty() && leaf.isInstance(matched.get(0));
        if (matched.size() <= (itself ? 1 : 0)) {
            return List.of();
        }
        List<Access> rules = new ArrayList<>();
        Class<?> to = leaf;
        for (Object resource : matched.subList(itself ? 1 : 0, matched.size())) {
            rules.addAll(known.computeIfAbsent(new Step(resource.getClass(), to), Locators::read));
            to = resource.getClass();
        }
        return rules;
    }

    private static List<Access> read(Step step) {
        return Arrays.stream(step.from().getMethods())
                .filter(method -> leads(method, step.to()))
                .flatMap(method -> AccessRules.declared(step.from(), method).stream())
                .distinct()
                .toList();
    }

    private static boolean leads(Method method, Class<?> to) {
        boolean handles = Arrays.stream(method.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
        return !handles
                && (method.getReturnType().isAssignableFrom(to) || method.getReturnType() == Class.class)
                && RouteFeature.find(method, found -> RouteFeature.annotation(found, Path.class))
                        .isPresent();
    }
}
