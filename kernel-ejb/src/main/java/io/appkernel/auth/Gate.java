package io.appkernel.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Decides whether a caller may pass a rule; the same for routes on every server and for code that asks. */
@ApplicationScoped
public class Gate {
    private final Iterable<PermissionSource> sources;

    /** What comes of it. */
    public enum Decision {
        ALLOWED,
        UNAUTHENTICATED,
        FORBIDDEN
    }

    Gate() {
        this(List.of());
    }

    @Inject
    Gate(Instance<PermissionSource> sources) {
        this((Iterable<PermissionSource>) sources);
    }

    /** With what these sources know of single resources. */
    public Gate(Iterable<PermissionSource> sources) {
        this.sources = sources;
    }

    /** Whether a caller may pass; {@code parameter} gives the path parameters. Who is not signed in is told so first. */
    public Decision decide(Access access, Optional<Caller> caller, UnaryOperator<String> parameter) {
        if (access instanceof Access.Public) {
            return Decision.ALLOWED;
        }
        if (caller.isEmpty()) {
            return Decision.UNAUTHENTICATED;
        }
        return passes(access, caller.get(), parameter) ? Decision.ALLOWED : Decision.FORBIDDEN;
    }

    private boolean passes(Access access, Caller caller, UnaryOperator<String> parameter) {
        if (access instanceof Access.AnyRole any) {
            return any.roles().stream().anyMatch(caller.roles()::contains);
        }
        if (access instanceof Access.Requiring requiring) {
            return passes(requiring.who(), caller, parameter)
                    && requiring.requirements().stream().allMatch(each -> meets(each, caller, parameter));
        }
        return !(access instanceof Access.Nobody);
    }

    private boolean meets(Requirement requirement, Caller caller, UnaryOperator<String> parameter) {
        return requirement
                .target()
                .map(target ->
                        allows(caller, requirement.permission(), target.type(), parameter.apply(target.parameter())))
                .orElseGet(() -> allows(caller, requirement.permission()));
    }

    /** Whether a caller has a permission everywhere. */
    public boolean allows(Caller caller, String permission) {
        return Scopes.allow(caller.scopes(), permission);
    }

    /** Whether a caller has a permission for one resource. */
    public boolean allows(Caller caller, String permission, String resourceType, String resourceId) {
        if (allows(caller, permission)) {
            return true;
        }
        if (caller.isLimited() && !Scopes.allow(caller.limits(), permission)) {
            return false;
        }
        for (PermissionSource source : sources) {
            if (source.allows(caller.id(), permission, resourceType, resourceId)) {
                return true;
            }
        }
        return false;
    }
}
