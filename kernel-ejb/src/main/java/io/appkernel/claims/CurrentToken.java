package io.appkernel.claims;

import io.appkernel.auth.Caller;
import io.appkernel.auth.CurrentUser;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The caller as MicroProfile has it, whoever that is at each call; with nobody signed in there is no name and no claim. */
record CurrentToken(CurrentUser user) implements JsonWebToken {
    private Optional<Caller> caller() {
        return user.caller();
    }

    @Override
    public @Nullable String getName() {
        return caller().map(Caller::getName).orElse(null);
    }

    @Override
    public Set<String> getClaimNames() {
        return caller().map(Caller::getClaimNames).orElse(Set.of());
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // as the interface has it
    public <T> @Nullable T getClaim(String name) {
        return caller().<T>map(found -> found.getClaim(name)).orElse(null);
    }

    @Override
    public Set<String> getGroups() {
        return caller().map(Caller::getGroups).orElse(Set.of());
    }
}
