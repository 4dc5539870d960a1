package io.appkernel.probe.claims;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.jwt.Claim;
import org.eclipse.microprofile.jwt.ClaimValue;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** What MicroProfile says of the caller, in each of its ways. */
@Path("claims")
@RequestScoped
public class ClaimsResource {
    @Inject
    JsonWebToken token;

    @Inject
    @Claim("email")
    Instance<String> email;

    @Inject
    @Claim("role")
    Optional<String> role;

    @Inject
    @Claim(standard = Claims.groups)
    Instance<Set<String>> groups;

    @Inject
    @Claim("gen")
    ClaimValue<Long> generation;

    @Inject
    @Claim("none")
    Optional<String> none;

    @Inject
    jakarta.security.enterprise.SecurityContext security;

    @GET
    @PermitAll
    public Map<String, Object> all(@Context SecurityContext rest) {
        Map<String, Object> all = new TreeMap<>();
        all.put("name", String.valueOf(token.getName()));
        all.put("subject", String.valueOf(token.getSubject()));
        all.put("token_groups", new TreeSet<>(token.getGroups()));
        all.put("role", role.orElse("-"));
        all.put("none", none.orElse("-"));
        all.put("generation", String.valueOf(generation.getValue()));
        all.put(
                "rest",
                rest.getUserPrincipal() == null ? "-" : rest.getUserPrincipal().getName());
        all.put("rest_user", rest.isUserInRole("user"));
        all.put("security_user", security.isCallerInRole("user"));
        all.put(
                "security_name",
                security.getCallerPrincipal() == null
                        ? "-"
                        : security.getCallerPrincipal().getName());
        if (token.getName() != null) {
            all.put("email", String.valueOf(email.get()));
            all.put("groups", new TreeSet<>(groups.get()));
        }
        return all;
    }
}
