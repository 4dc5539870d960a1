package io.appkernel.web.users;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.login.SecondFactor;
import io.appkernel.rest.EnabledBy;
import io.appkernel.rest.Page;
import io.appkernel.rest.PageQuery;
import io.appkernel.users.UserChange;
import io.appkernel.users.UserPage;
import io.appkernel.users.Users;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everybody's accounts, for administrators. */
@Path("admin/users")
@RequestScoped
@RolesAllowed("admin")
@EnabledBy("auth")
public class UsersResource {
    @Inject
    Users users;

    @Inject
    SecondFactor secondFactor;

    /** What to change; what is left out stays. */
    public record Change(
            @Nullable @Pattern(regexp = "[a-z][a-z0-9_.-]{0,63}") String role,

            @Nullable Boolean active,
            @Nullable @Size(max = 255) String name,
            @Nullable Boolean emailVerified) {
        UserChange toChange() {
            return new UserChange(
                    Optional.ofNullable(role),
                    Optional.ofNullable(active),
                    Optional.ofNullable(name),
                    Optional.ofNullable(emailVerified));
        }
    }

    /** The newest first; {@code search} is part of an address, a username or a name. */
    @GET
    public Page<AccountView> list(
            @QueryParam("search") @DefaultValue("") @Size(max = 320) String search, @BeanParam PageQuery page) {
        UserPage found = users.page(search, page.limit(), page.offset());
        return Page.of(found.users().stream().map(AccountView::from).toList(), page, found.total());
    }

    @GET
    @Path("{user_id}")
    public AccountView get(@PathParam("user_id") String id) {
        return users.byId(id).map(AccountView::from).orElseThrow(UsersResource::unknown);
    }

    private static KernelException unknown() {
        return new KernelException(ErrorCode.NOT_FOUND, "There is no such user.");
    }

    /** Holds at once on every instance: of who is turned off no token is good any more, nor of who had another role. */
    @PATCH
    @Path("{user_id}")
    public AccountView change(@PathParam("user_id") String id, @NotNull @Valid Change wanted) {
        return AccountView.from(users.change(id, wanted.toChange()));
    }

    /** No codes are asked for any more, for who lost the app and the recovery codes. Ends no login. */
    @POST
    @Path("{user_id}/totp/remove")
    public void removeSecondFactor(@PathParam("user_id") String id) {
        secondFactor.remove(users.byId(id).orElseThrow(UsersResource::unknown));
    }
}
