package io.appkernel.auth;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claim;
import org.eclipse.microprofile.jwt.ClaimValue;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** MicroProfile's ways to inject the caller, in the place of the servers' own, which know only their own tokens. */
@Alternative
@Priority(2500)
@Dependent
class ClaimProducer {
    @Inject
    CurrentUser user;

    @Produces
    JsonWebToken token() {
        return new CurrentToken(user);
    }

    @Produces
    @Claim
    @Nullable String text(InjectionPoint point) {
        Object found = claim(point);
        return found == null ? null : found.toString();
    }

    @Produces
    @Claim
    @Nullable Long number(InjectionPoint point) {
        return claim(point) instanceof Number found ? found.longValue() : null;
    }

    @Produces
    @Claim
    @Nullable Boolean truth(InjectionPoint point) {
        return claim(point) instanceof Boolean found ? found : null;
    }

    @Produces
    @Claim
    @SuppressWarnings("unchecked") // a claim that is a set is one of texts
    @Nullable Set<String> texts(InjectionPoint point) {
        return claim(point) instanceof Set<?> found ? (Set<String>) found : null;
    }

    @Produces
    @Claim
    @SuppressWarnings("unchecked") // whoever injects knows what the claim is
    <T> Optional<T> optional(InjectionPoint point) {
        return Optional.ofNullable((T) claim(point));
    }

    /** Asks again each time, so that it may stand in a bean that outlives the request. */
    @Produces
    @Claim
    @SuppressWarnings("unchecked")
    <T> ClaimValue<T> value(InjectionPoint point) {
        String name = name(point);
        JsonWebToken token = token();
        return new ClaimValue<>() {
            @Override
            public String getName() {
                return name;
            }

            @Override
            public @Nullable T getValue() {
                return (T) token.getClaim(name);
            }
        };
    }

    private @Nullable Object claim(InjectionPoint point) {
        return token().getClaim(name(point));
    }

    private static String name(InjectionPoint point) {
        Claim claim = point.getQualifiers().stream()
                .filter(Claim.class::isInstance)
                .map(Claim.class::cast)
                .findFirst()
                .orElseThrow();
        return claim.standard() == Claims.UNKNOWN
                ? claim.value()
                : claim.standard().name();
    }
}
