package io.appkernel.auth;

import java.util.Optional;

/**
 * What a route asks of a caller beside the role. Immutable.
 *
 * @param kind how the route put it
 * @param permission the scope or permission
 * @param target the resource it is about; empty when it must hold everywhere
 */
public record Requirement(Kind kind, String permission, Optional<Target> target) {
    /** How a route puts what it asks. */
    public enum Kind {
        SCOPE,
        PERMISSION
    }

    /** A resource of a type, whose id is a path parameter. */
    public record Target(String type, String parameter) {}

    static Requirement of(RequireScope scope) {
        boolean simple = !scope.value().isEmpty();
        boolean complete = !scope.action().isEmpty()
                && !scope.type().isEmpty()
                && !scope.id().isEmpty();
        boolean empty =
                scope.action().isEmpty() && scope.type().isEmpty() && scope.id().isEmpty();
        if (simple ? !empty : !complete) {
            throw new IllegalArgumentException("@RequireScope takes either a scope, or action, type and id: " + scope);
        }
        return simple
                ? of(Kind.SCOPE, scope.value(), "", "")
                : of(Kind.SCOPE, scope.type() + ':' + scope.action(), scope.type(), scope.id());
    }

    static Requirement of(RequirePermission permission) {
        if (permission.resource().isEmpty() != permission.id().isEmpty()) {
            throw new IllegalArgumentException(
                    "@RequirePermission takes resource and id together, or neither: " + permission);
        }
        return of(Kind.PERMISSION, permission.value(), permission.resource(), permission.id());
    }

    private static Requirement of(Kind kind, String permission, String type, String id) {
        if (!Scopes.isScope(permission)) {
            throw new IllegalArgumentException(
                    "\"" + permission + "\" is no permission: write it as thing:verb, for example documents:write");
        }
        return new Requirement(
                kind,
                permission,
                type.isEmpty() ? Optional.empty() : Optional.of(new Target(type, id.replaceAll("^\\{|}$", ""))));
    }
}
