package io.appkernel.auth;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;

/** Reads who may call a route from its annotations: the method first, then the class, else signed-in callers. */
public final class AccessRules {
    private AccessRules() {}

    /**
     * The rule of a route.
     *
     * @throws IllegalArgumentException when one element carries two rules that contradict each other
     */
    public static Access of(Class<?> resource, Method method) {
        return on(method).or(() -> onClass(resource)).orElseGet(Access.SignedIn::new);
    }

    private static Optional<Access> onClass(Class<?> resource) {
        for (Class<?> type = resource; type != null && type != Object.class; type = type.getSuperclass()) {
            Optional<Access> rule = on(type);
            if (rule.isPresent()) {
                return rule;
            }
        }
        return Optional.empty();
    }

    private static Optional<Access> on(AnnotatedElement element) {
        RolesAllowed roles = element.getAnnotation(RolesAllowed.class);
        boolean authenticated = element.isAnnotationPresent(Authenticated.class);
        boolean everybody = element.isAnnotationPresent(PermitAll.class);
        boolean nobody = element.isAnnotationPresent(DenyAll.class);
        int rules = (everybody ? 1 : 0) + (nobody ? 1 : 0) + (roles != null || authenticated ? 1 : 0);
        if (rules > 1) {
            throw new IllegalArgumentException(element + " carries access annotations that contradict each other:"
                    + " keep one of @PermitAll, @DenyAll, @RolesAllowed or @Authenticated");
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
