package io.appkernel.auth;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a valid credential. It is the container's principal too, and a MicroProfile {@link JsonWebToken}
 * whatever the credential was. Immutable.
 *
 * @param id the stable id of the user, key owner or operator
 * @param email the address, empty when there is none
 * @param role the one role of the caller's account
 * @param roles every role the caller holds, {@code role} among them
 * @param kind what kind of credential it was
 * @param scopes what the caller may do everywhere: what the roles give, and of that no more than an API key is limited to
 * @param workspaceId the workspace that the credential is bound to, if any
 * @param claims the claims of the token, if it was one
 */
public record Caller(
        String id,
        String email,
        String role,
        Set<String> roles,
        CallerKind kind,
        Set<String> scopes,
        Optional<String> workspaceId,
        Map<String, Object> claims)
        implements JsonWebToken {
    public static final String ADMIN = "admin";

    /** The claim with the scopes that an API key was given, separated by spaces. */
    public static final String SCOPE = "scope";

    public Caller {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
        claims = Map.copyOf(claims);
    }

    public boolean isAdmin() {
        return roles.contains(ADMIN);
    }

    /** Whether the credential allows less than its owner may do. */
    public boolean isLimited() {
        return kind == CallerKind.API_KEY;
    }

    /** The scopes that an API key was given, whatever its owner may do; for other credentials everything. */
    public Set<String> limits() {
        if (!isLimited()) {
            return Set.of(Scopes.ALL);
        }
        String given = claims.get(SCOPE) instanceof String text ? text : "";
        return given.isEmpty() ? Set.of() : Set.of(given.split(" "));
    }

    /** The same in a workspace. */
    Caller in(Optional<String> workspace) {
        return new Caller(id, email, role, roles, kind, scopes, workspace, claims);
    }

    @Override
    public String getName() {
        return id;
    }

    @Override
    public Set<String> getClaimNames() {
        return claims.keySet();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the interface has it
    public <T> @Nullable T getClaim(String name) {
        return (T) claims.get(name);
    }

    @Override
    public Set<String> getGroups() {
        return roles;
    }
}
