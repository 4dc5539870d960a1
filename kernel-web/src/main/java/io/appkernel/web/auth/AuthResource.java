package io.appkernel.web.auth;

import io.appkernel.auth.Caller;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.FieldError;
import io.appkernel.errors.KernelException;
import io.appkernel.login.SignIn;
import io.appkernel.login.SignUp;
import io.appkernel.passwords.PasswordThreads;
import io.appkernel.rest.EnabledBy;
import io.appkernel.rest.OptionalBody;
import io.appkernel.sessions.Client;
import io.appkernel.sessions.Sessions;
import io.appkernel.users.User;
import io.appkernel.web.TokenView;
import io.appkernel.web.UserView;
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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Registering, logging in and out. What takes a password answers later, from a thread for passwords. */
@Path("auth")
@RequestScoped
@EnabledBy("login")
public class AuthResource {
    private static final int LONG = 2_000;
    private static final int TOKEN = 4_000;

    @Inject
    SignUp signUp;

    @Inject
    SignIn signIn;

    @Inject
    Sessions sessions;

    @Inject
    PasswordThreads threads;

    @Inject
    Visitor visitor;

    /** An account. {@code setupToken} is for the first administrator. */
    public record Registration(
            @NotBlank @Size(max = LONG) String email,
            @Nullable @Size(max = LONG) String username,
            @NotNull @Size(max = LONG) String password,
            @Nullable @Size(max = LONG) String name,
            @Nullable @Size(max = TOKEN) String setupToken) {
        /** Without what is secret. */
        @Override
        public String toString() {
            return "Registration[]";
        }
    }

    /** A login, by one of the two names; {@code otp} is a code of the second factor. */
    public record Login(
            @Nullable @Size(max = LONG) String username,
            @Nullable @Size(max = LONG) String email,
            @NotNull @Size(max = LONG) String password,
            @Nullable @Size(max = 100) String otp) {
        String identifier() {
            String given = username == null || username.isBlank() ? email : username;
            if (given == null || given.isBlank()) {
                throw new KernelException(
                        ErrorCode.INVALID,
                        "A username or an email address is needed.",
                        List.of(new FieldError("username", "is needed, or email")));
            }
            return given;
        }

        /** Without what is secret. */
        @Override
        public String toString() {
            return "Login[]";
        }
    }

    /** A refresh token to exchange, or whose login to end. */
    public record Refresh(@NotBlank @Size(max = TOKEN) String refreshToken) {
        /** Without what is secret. */
        @Override
        public String toString() {
            return "Refresh[]";
        }
    }

    /** Which login to end; the caller's when nothing is said. */
    public record Logout(@Nullable String refreshToken) {
        /** Without what is secret. */
        @Override
        public String toString() {
            return "Logout[]";
        }
    }

    /** Makes an account and sends a token to its address. */
    @POST
    @Path("register")
    @PermitAll
    public CompletionStage<Response> register(@NotNull @Valid Registration wanted) {
        SignUp flow = signUp;
        SignUp.Applicant applicant = new SignUp.Applicant(
                wanted.email(),
                Optional.ofNullable(wanted.username()),
                wanted.password(),
                Optional.ofNullable(wanted.name()),
                Optional.ofNullable(wanted.setupToken()));
        return threads.later(() -> {
            User user = flow.register(applicant);
            return Response.status(Response.Status.CREATED)
                    .entity(UserView.from(user))
                    .build();
        });
    }

    /** Begins a login. */
    @POST
    @Path("login")
    @PermitAll
    public CompletionStage<TokenView> login(@NotNull @Valid Login wanted) {
        Client client = visitor.client();
        SignIn flow = signIn;
        String identifier = wanted.identifier();
        return threads.later(() ->
                TokenView.from(flow.login(identifier, wanted.password(), Optional.ofNullable(wanted.otp()), client)));
    }

    /** Exchanges a refresh token for the next pair of tokens. */
    @POST
    @Path("refresh")
    @PermitAll
    public TokenView refresh(@NotNull @Valid Refresh wanted) {
        return TokenView.from(sessions.refresh(wanted.refreshToken(), visitor.client()));
    }

    /**
     * Ends a login: that of the refresh token, for whoever has it, or else that of the caller, who must be signed in then.
     * One that has ended already stays so.
     */
    @POST
    @Path("logout")
    @PermitAll
    public void logout(OptionalBody<Logout> wanted) {
        Optional<String> named = wanted.value().map(Logout::refreshToken);
        if (named.isPresent()) {
            sessions.of(required(named.get())).ifPresent(login -> sessions.end(login.userId(), login.id()));
        } else {
            Caller person = visitor.signedIn();
            sessions.end(person.id(), Visitor.session(person));
        }
    }

    private static String required(String token) {
        if (token.isBlank()) {
            throw new KernelException(
                    ErrorCode.INVALID,
                    "The refresh_token is empty: leave it out to end the login of the access token.",
                    List.of(new FieldError("refresh_token", "must not be blank")));
        }
        return token;
    }
}
