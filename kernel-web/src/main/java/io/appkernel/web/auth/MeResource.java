package io.appkernel.web.auth;

import io.appkernel.auth.Authenticated;
import io.appkernel.auth.Caller;
import io.appkernel.auth.CallerKind;
import io.appkernel.auth.CurrentUser;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.rest.EnabledBy;
import io.appkernel.users.Users;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Optional;

/** Who calls, with whatever credential and whoever vouches for it. */
@Path("auth/me")
@RequestScoped
@Authenticated
@EnabledBy("auth")
public class MeResource {
    @Inject
    CurrentUser user;

    @Inject
    Users users;

    @GET
    public MeView me() {
        Caller caller =
                user.caller().orElseThrow(() -> new KernelException(ErrorCode.UNAUTHENTICATED, "Nobody is signed in."));
        return MeView.from(caller, caller.kind() == CallerKind.OPERATOR ? Optional.empty() : users.byId(caller.id()));
    }
}
