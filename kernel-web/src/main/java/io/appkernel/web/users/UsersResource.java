package io.appkernel.web.users;

import io.appkernel.auth.CurrentUser;
import io.appkernel.db.Db;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.FieldError;
import io.appkernel.errors.KernelException;
import io.appkernel.login.SecondFactor;
import io.appkernel.rest.EnabledBy;
import io.appkernel.rest.Page;
import io.appkernel.rest.PageQuery;
import io.appkernel.roles.Roles;
import io.appkernel.users.NewUser;
import io.appkernel.users.User;
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
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everybody's accounts, for administrators: of people, and in mode {@code apikey} of what API keys act for. */
@Path("admin/users")
@RequestScoped
@RolesAllowed("admin")
@EnabledBy("auth")
public class UsersResource {
    private static final int LONG = 2_000;
    private static final String ROLE = "[a-z][a-z0-9_.-]{0,63}";

    @Inject
    Users users;

    @Inject
    SecondFactor secondFactor;

    @Inject
    Roles roles;

    @Inject
    Db db;

    @Inject
    CurrentUser current;

    /** An account to be made, with an address or a username; of the role user when none is said. */
    public record Wanted(
            @Nullable @Size(max = LONG) String email,
            @Nullable @Size(max = LONG) String username,
            @Nullable @Size(max = LONG) String name,
            @Nullable @Pattern(regexp = ROLE) String role,
            @Nullable Boolean emailVerified) {
        NewUser toNewUser() {
            String address = email == null ? "" : email.strip();
            Optional<String> login = Optional.ofNullable(username).filter(given -> !given.isBlank());
            if (address.isEmpty() && login.isEmpty()) {
                throw new KernelException(
                        ErrorCode.INVALID,
                        "An email address or a username is needed.",
                        List.of(new FieldError("email", "is needed, or username")));
            }
            NewUser account = NewUser.of(address)
                    .withUsername(login)
                    .withName(Optional.ofNullable(name))
                    .withRole(role == null ? User.ROLE : role);
            return Boolean.TRUE.equals(emailVerified) ? account.verified() : account;
        }
    }

    /** What to change; what is left out stays. */
    public record Change(
            @Nullable @Pattern(regexp = ROLE) String role,
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

    /**
     * Makes an account without a password, and writes to nobody. API keys act for it; or, where people log in and it has
     * an address, its owner sets a password as who forgot one does, which ends keys that were made for it before unless
     * {@code email_verified} says that the address is known to be theirs. For where nobody may register.
     */
    @POST
    public Response create(@NotNull @Valid Wanted wanted) {
        NewUser account = wanted.toNewUser();
        User made = db.inTransaction(() -> {
            roles.requireRole(account.role());
            current.requireReach(roles.scopes(Set.of(account.role())));
            return users.create(account);
        });
        return Response.status(Response.Status.CREATED)
                .entity(AccountView.from(made))
                .build();
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
        wanted.toChange().role().ifPresent(role -> current.requireReach(roles.scopes(Set.of(role))));
        return AccountView.from(users.change(id, wanted.toChange()));
    }

    /** No codes are asked for any more, for who lost the app and the recovery codes. Ends no login. */
    @POST
    @Path("{user_id}/totp/remove")
    public void removeSecondFactor(@PathParam("user_id") String id) {
        secondFactor.remove(users.byId(id).orElseThrow(UsersResource::unknown));
    }
}
