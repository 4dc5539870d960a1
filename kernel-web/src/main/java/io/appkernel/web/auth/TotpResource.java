package io.appkernel.web.auth;

import io.appkernel.auth.Authenticated;
import io.appkernel.auth.Caller;
import io.appkernel.login.SecondFactor;
import io.appkernel.login.SignIn;
import io.appkernel.passwords.PasswordThreads;
import io.appkernel.rest.EnabledBy;
import io.appkernel.sessions.Client;
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
import java.util.concurrent.CompletionStage;

/** The second factor, for who wants it: ask for a secret, confirm a code of it, and from then on codes are asked for. */
@Path("auth/totp")
@RequestScoped
@Authenticated
@EnabledBy("login")
public class TotpResource {
    private static final int LONG = 2_000;

    @Inject
    SignIn signIn;

    @Inject
    PasswordThreads threads;

    @Inject
    Visitor visitor;

    /** That it is the owner who asks. */
    public record Proof(@NotNull @Size(max = LONG) String password) {
        /** Without what is secret. */
        @Override
        public String toString() {
            return "Proof[]";
        }
    }

    /** A code of an authenticator app. */
    public record Code(@NotBlank @Size(max = 100) String code) {
        /** Without what is secret. */
        @Override
        public String toString() {
            return "Code[]";
        }
    }

    /** Both factors. */
    public record BothFactors(
            @NotNull @Size(max = LONG) String password,
            @NotBlank @Size(max = 100) String code) {
        /** Without what is secret. */
        @Override
        public String toString() {
            return "BothFactors[]";
        }
    }

    /** What the authenticator app needs; {@code uri} is what a QR code of it holds. */
    public record Enrolment(String secret, String otpauthUri) {
        /** Without what is secret. */
        @Override
        public String toString() {
            return "Enrolment[]";
        }
    }

    /** Codes for who loses the app, each good once. They are not shown again. */
    public record Recovery(List<String> recoveryCodes) {
        /** Without what is secret. */
        @Override
        public String toString() {
            return "Recovery[]";
        }
    }

    /** A secret, which counts once it is confirmed; for who knows the password. */
    @POST
    public CompletionStage<Enrolment> begin(@NotNull @Valid Proof wanted) {
        Caller person = visitor.person();
        Client client = visitor.client();
        SignIn flow = signIn;
        return threads.later(() -> {
            SecondFactor.Enrolment begun = flow.beginSecondFactor(person.id(), wanted.password(), client);
            return new Enrolment(begun.secret(), begun.uri());
        });
    }

    /** From now on codes are asked for; every other login ends. */
    @POST
    @Path("confirm")
    public Recovery confirm(@NotNull @Valid Code wanted) {
        Caller person = visitor.person();
        return new Recovery(signIn.confirmSecondFactor(person.id(), Visitor.session(person), wanted.code()));
    }

    /** Turns it off, with the password and a code. No DELETE, for Payara drops the body of one. */
    @POST
    @Path("remove")
    public CompletionStage<Response> remove(@NotNull @Valid BothFactors wanted) {
        Caller person = visitor.person();
        Client client = visitor.client();
        SignIn flow = signIn;
        return threads.later(() -> {
            flow.removeSecondFactor(person.id(), wanted.password(), wanted.code(), client);
            return Response.noContent().build();
        });
    }
}
