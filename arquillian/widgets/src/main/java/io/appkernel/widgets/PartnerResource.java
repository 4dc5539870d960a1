package io.appkernel.widgets;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.sessions.Client;
import io.appkernel.sessions.Sessions;
import io.appkernel.sessions.TokenPair;
import io.appkernel.users.NewUser;
import io.appkernel.users.User;
import io.appkernel.users.Users;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** A way to log in that is the app's own: it finds out who somebody is, the kernel does the rest. */
@Path("widgets/partner-login")
@RequestScoped
public class PartnerResource {
    @Inject
    PartnerTokens partner;

    @Inject
    Users users;

    @Inject
    Sessions sessions;

    /** What the partner gave its customer. */
    public record Presented(@NotBlank String partnerToken) {}

    /** Tokens that every route takes. */
    public record Welcome(String accessToken, String refreshToken, String tokenType, long expiresIn) {
        static Welcome of(TokenPair pair) {
            return new Welcome(
                    pair.accessToken(),
                    pair.refreshToken(),
                    "Bearer",
                    pair.expiresIn().toSeconds());
        }
    }

    /** Logs a customer in, who gets an account at the first time. */
    @POST
    @PermitAll
    public Welcome login(@NotNull @Valid Presented presented) {
        if (!partner.isOn()) {
            throw new NotFoundException("There is no partner.");
        }
        String address = partner.address(presented.partnerToken())
                .orElseThrow(() -> new KernelException(
                        ErrorCode.UNAUTHENTICATED, "The partner's token is not valid or has expired."));
        return Welcome.of(sessions.begin(customer(address), Client.unknown()));
    }

    /** The partner vouches for the address; an account whose owner never proved theirs is not handed over. */
    private User customer(String address) {
        User user = users.byEmail(address)
                .orElseGet(() -> users.create(NewUser.of(address).verified()));
        if (!user.emailVerified()) {
            throw new KernelException(
                    ErrorCode.CONFLICT, "There is an account of this address. Log in with its password.");
        }
        return user;
    }
}
