package io.appkernel.auth;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads who may call a route from its annotations: the method first, then its class, then what that extends and
 * implements, the nearest first and of each the method before the type; else signed-in callers.
 */
public final class AccessRules {
    private AccessRules() {}

    /**
     * The rule of a route.
     *
     * @throws IllegalArgumentException when one element carries two rules that contradict each other
     */
    public static Access of(Class<?> resource, Method method) {
        return declared(resource, method).orElseGet(Access.SignedIn::new);
    }

    /**
     * The rule of a method as far as there is an annotation. Roles and requirements are looked for apart, so that both
     * hold, however far from each other they stand; but {@code @PermitAll}, {@code @DenyAll} and {@code @Authenticated}
     * hide what stands farther away.
     */
    public static Optional<Access> declared(Class<?> resource, Method method) {
        Optional<Access> who = Optional.empty();
        Map<Requirement.Kind, Requirement> required = new EnumMap<>(Requirement.Kind.class);
        for (AnnotatedElement element : elements(resource, method)) {
            boolean last = false;
            if (who.isEmpty()) {
                who = on(element);
                last = who.isPresent() && !(who.get() instanceof Access.AnyRole);
            }
            requirements(element).forEach(each -> required.putIfAbsent(each.kind(), each));
            if (last) {
                break;
            }
        }
        if (required.isEmpty() || who.isPresent() && who.get() instanceof Access.Nobody) {
            return who;
        }
        Access signedIn = who.filter(Access.AnyRole.class::isInstance).orElseGet(Access.SignedIn::new);
        return Optional.of(requiring(signedIn, required));
    }

    private static Access requiring(Access who, Map<Requirement.Kind, Requirement> required) {
        return new Access.Requiring(who, List.copyOf(required.values()));
    }

    /** The nearest first. */
    private static List<AnnotatedElement> elements(Class<?> resource, Method method) {
        List<AnnotatedElement> elements = new ArrayList<>(List.of(method));
        for (Class<?> type : lineage(resource)) {
            overridden(type, method).forEach(elements::add);
            elements.add(type);
        }
        return elements;
    }

    private static List<Requirement> requirements(AnnotatedElement element) {
        List<Requirement> found = new ArrayList<>();
        RequireScope scope = element.getAnnotation(RequireScope.class);
        RequirePermission permission = element.getAnnotation(RequirePermission.class);
        if (scope != null) {
            found.add(Requirement.of(scope));
        }
        if (permission != null) {
            found.add(Requirement.of(permission));
        }
        return found;
    }

    /** The class, what it extends, then every interface; not Object. */
    private static Set<Class<?>> lineage(Class<?> resource) {
        Set<Class<?>> types = new LinkedHashSet<>();
        for (Class<?> type = resource; type != null && type != Object.class; type = type.getSuperclass()) {
            types.add(type);
        }
        List.copyOf(types).forEach(type -> addInterfaces(type, types));
        return types;
    }

    private static void addInterfaces(Class<?> type, Set<Class<?>> found) {
        for (Class<?> each : type.getInterfaces()) {
            found.add(each);
            addInterfaces(each, found);
        }
    }

    /** What the method stands for in that type: itself, or what it overrides, generic parameters and all. */
    private static Stream<? extends AnnotatedElement> overridden(Class<?> type, Method method) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(found -> !found.isBridge() && found.getName().equals(method.getName()))
                .filter(found -> accepts(found.getParameterTypes(), method.getParameterTypes()));
    }

    private static boolean accepts(Class<?>[] wider, Class<?>[] narrower) {
        boolean all = wider.length == narrower.length;
        for (int i = 0; all && i < wider.length; i++) {
            all = wider[i].isAssignableFrom(narrower[i]);
        }
        return all;
    }

    private static Optional<Access> on(AnnotatedElement element) {
        RolesAllowed roles = element.getAnnotation(RolesAllowed.class);
        boolean authenticated = element.isAnnotationPresent(Authenticated.class);
        boolean everybody = element.isAnnotationPresent(PermitAll.class);
        boolean nobody = element.isAnnotationPresent(DenyAll.class);
        int rules = (everybody ? 1 : 0)
                + (nobody ? 1 : 0)
                + (roles != null || authenticated || !requirements(element).isEmpty() ? 1 : 0);
        if (rules > 1) {
            throw new IllegalArgumentException(element + " carries access annotations that contradict each other:"
                    + " keep one of @PermitAll, @DenyAll, @RolesAllowed or @Authenticated, and"
                    + " @RequireScope or @RequirePermission with the latter two only");
        }
        if (nobody) {
            return Optional.of(new Access.Nobody());
        }
        if (everybody) {
            return Optional.of(new Access.Public());
        }
        if (roles != null) {
            return Optional.of(roles(Set.of(roles.value())));
        }
        return authenticated ? Optional.of(new Access.SignedIn()) : Optional.empty();
    }

    private static Access roles(Set<String> roles) {
        if (roles.isEmpty()) {
            return new Access.Nobody();
        }
        return roles.contains("**") ? new Access.SignedIn() : new Access.AnyRole(roles);
    }
}
