package io.appkernel.web.auth;

import io.appkernel.auth.Authenticated;
import io.appkernel.auth.Caller;
import io.appkernel.login.SignIn;
import io.appkernel.login.SignUp;
import io.appkernel.passwords.PasswordThreads;
import io.appkernel.rest.EnabledBy;
import io.appkernel.sessions.Client;
import io.appkernel.sessions.Session;
import io.appkernel.sessions.Sessions;
import io.appkernel.users.User;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Registering, logging in and out. What takes a password answers later, from a thread for passwords. */
@Path("auth")
@RequestScoped
@EnabledBy("login")
public class AuthResource {
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

    /** Makes an account and sends a token to its address. */
    @POST
    @Path("register")
    @PermitAll
    public CompletionStage<Response> register(@NotNull @Valid Wanted.Registration wanted) {
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
    public CompletionStage<TokenView> login(@NotNull @Valid Wanted.Login wanted) {
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
    public TokenView refresh(@NotNull @Valid Wanted.Refresh wanted) {
        return TokenView.from(sessions.refresh(wanted.refreshToken(), visitor.client()));
    }

    /** Ends a login: that of the refresh token, or else this one. One that has ended already stays so. */
    @POST
    @Path("logout")
    @Authenticated
    public void logout(@Valid Wanted.@Nullable Logout wanted) {
        Caller person = visitor.person();
        String named = wanted == null ? null : wanted.refreshToken();
        if (named == null) {
            sessions.end(person.id(), Visitor.session(person));
        } else {
            sessions.of(named).map(Session::id).ifPresent(id -> sessions.end(person.id(), id));
        }
    }
}
