package io.appkernel.web.docs;

import io.appkernel.auth.Access;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;

/** Says in the document who may call a route. */
final class Authorization {
    static final String SCHEME = "bearerAuth";

    private static final String ROLES = "x-required-roles";

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

    /** Adds the requirement; a role is said in the description for people, and in an extension for programs. */
    static void write(Access access, Operation operation) {
        if (!isProtected(access)) {
            return;
        }
        operation.addSecurityItem(new SecurityRequirement().addList(SCHEME));
        if (access instanceof Access.AnyRole any) {
            List<String> roles = any.roles().stream().sorted().toList();
            operation.addExtension(ROLES, roles);
            String sentence = roles.size() == 1
                    ? "Needs the role " + roles.get(0) + "."
                    : "Needs one of the roles " + String.join(", ", roles) + ".";
            String before = operation.getDescription();
            operation.description(before == null ? sentence : before + "\n\n" + sentence);
        }
    }
}
