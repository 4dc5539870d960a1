package io.appkernel.web.auth;

import io.appkernel.auth.Authenticated;
import io.appkernel.auth.Caller;
import io.appkernel.login.PasswordChange;
import io.appkernel.login.SignUp;
import io.appkernel.passwords.PasswordThreads;
import io.appkernel.rest.EnabledBy;
import io.appkernel.sessions.Client;
import io.appkernel.web.TokenView;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;

/** New passwords, and addresses that are proven. */
@Path("auth")
@RequestScoped
@EnabledBy("login")
public class PasswordResource {
    private static final int LONG = 2_000;
    private static final int TOKEN = 4_000;

    @Inject
    PasswordChange passwords;

    @Inject
    SignUp signUp;

    @Inject
    PasswordThreads threads;

    @Inject
    Visitor visitor;

    /** A new password, from who knows the one before. */
    public record NewPassword(
            @NotNull @Size(max = LONG) String currentPassword,
            @NotNull @Size(max = LONG) String newPassword) {
        /** Without what is secret. */
        @Override
        public String toString() {
            return "NewPassword[]";
        }
    }

    /** Whose password was forgotten. */
    public record Forgotten(@NotBlank @Size(max = LONG) String email) {}

    /** A new password, from who got the mail. */
    public record Reset(
            @NotBlank @Size(max = TOKEN) String token,
            @NotNull @Size(max = LONG) String newPassword) {
        /** Without what is secret. */
        @Override
        public String toString() {
            return "Reset[]";
        }
    }

    /** The token of a mail. */
    public record Verification(@NotBlank @Size(max = TOKEN) String token) {
        /** Without what is secret. */
        @Override
        public String toString() {
            return "Verification[]";
        }
    }

    /** What is said whether there is such an account or not. */
    public record Sent(String detail) {}

    /** Sets another password, ends every login and begins this one anew. */
    @POST
    @Path("change-password")
    @Authenticated
    public CompletionStage<TokenView> change(@NotNull @Valid NewPassword wanted) {
        Caller person = visitor.person();
        Client client = visitor.client();
        PasswordChange flow = passwords;
        return threads.later(
                () -> TokenView.from(flow.change(person.id(), wanted.currentPassword(), wanted.newPassword(), client)));
    }

    /** Sends a token to the address if it has an account; answers the same before it has looked. */
    @POST
    @Path("forgot-password")
    @PermitAll
    public Response forgot(@NotNull @Valid Forgotten wanted) {
        PasswordChange flow = passwords;
        threads.afterwards(() -> flow.forgot(wanted.email()));
        return Response.accepted(new Sent("If there is an account with this address, a mail is on its way to it."))
                .build();
    }

    /** Sets a new password by the token of the mail, and ends every login. */
    @POST
    @Path("reset-password")
    @PermitAll
    public CompletionStage<Response> reset(@NotNull @Valid Reset wanted) {
        PasswordChange flow = passwords;
        return threads.later(() -> {
            flow.reset(wanted.token(), wanted.newPassword());
            return Response.noContent().build();
        });
    }

    /** Notes that an address is read by who registered with it. */
    @POST
    @Path("verify-email")
    @PermitAll
    public void verify(@NotNull @Valid Verification wanted) {
        signUp.verify(wanted.token());
    }
}
