package io.appkernel.web.docs;

import io.appkernel.auth.Access;
import io.appkernel.auth.Requirement;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;

/** Says in the document who may call a route. */
final class Authorization {
    static final String SCHEME = "bearerAuth";

    private static final String ROLES = "x-required-roles";
    private static final String SCOPES = "x-required-scopes";
    private static final String PERMISSIONS = "x-required-permissions";

    private Authorization() {}

    static SecurityScheme scheme() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("An access token, an API key or the operator token.");
    }

    static boolean isProtected(Access access) {
        return !(access instanceof Access.Public);
    }

    /** Adds the requirement; what is needed is said in the description for people, and in extensions for programs. */
    static void write(Access access, Operation operation) {
        if (!isProtected(access)) {
            return;
        }
        operation.addSecurityItem(new SecurityRequirement().addList(SCHEME));
        Access who = access instanceof Access.Requiring requiring ? requiring.who() : access;
        if (who instanceof Access.AnyRole any) {
            List<String> roles = any.roles().stream().sorted().toList();
            operation.addExtension(ROLES, roles);
            describe(
                    operation,
                    roles.size() == 1
                            ? "Needs the role " + roles.get(0) + "."
                            : "Needs one of the roles " + String.join(", ", roles) + ".");
        }
        if (access instanceof Access.Requiring requiring) {
            requiring.requirements().forEach(each -> write(each, operation));
        }
    }

    private static void write(Requirement requirement, Operation operation) {
        boolean scope = requirement.kind() == Requirement.Kind.SCOPE;
        operation.addExtension(scope ? SCOPES : PERMISSIONS, List.of(requirement.permission()));
        String where = requirement
                .target()
                .map(target -> " for the resource {" + target.parameter() + "}")
                .orElse("");
        describe(operation, "Needs the " + (scope ? "scope " : "permission ") + requirement.permission() + where + ".");
    }

    private static void describe(Operation operation, String sentence) {
        String before = operation.getDescription();
        operation.description(before == null ? sentence : before + "\n\n" + sentence);
    }
}
