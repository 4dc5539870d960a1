package io.appkernel.web.roles;

import io.appkernel.auth.CurrentUser;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.rest.EnabledBy;
import io.appkernel.rest.Page;
import io.appkernel.rest.PageQuery;
import io.appkernel.roles.Role;
import io.appkernel.roles.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each role allows, for admins. */
@Path("admin/roles")
@RequestScoped
@RolesAllowed("admin")
@EnabledBy("auth")
public class RoleAdminResource {
    @Inject
    Roles roles;

    @Inject
    CurrentUser current;

    /** A role as it should be. */
    public record NewRole(
            String name,
            @Nullable String description,
            @Nullable List<String> permissions) {}

    /** A role as it is; one that is built in is always there. */
    public record RoleView(String name, String description, List<String> permissions, boolean builtin) {
        static RoleView from(Role role) {
            return new RoleView(
                    role.name(),
                    role.description(),
                    role.permissions().stream().sorted().toList(),
                    role.builtin());
        }
    }

    /**
     * What was removed, or would be.
     *
     * @param assignments from how many users and resources the role was taken
     * @param accounts of how many accounts it is the own role; while it is of any it is not removed
     */
    public record Removed(boolean confirmed, String name, int assignments, long accounts) {}

    /** Every role by name. */
    @GET
    public Page<RoleView> list(@BeanParam PageQuery page) {
        return Page.cut(roles.all().stream().map(RoleView::from).toList(), page);
    }

    /** Makes a role, or changes the one of that name. */
    @POST
    public Response save(NewRole wish) {
        String name = Fields.required("name", wish.name());
        Set<String> permissions =
                wish.permissions() == null ? Set.of() : Fields.distinct("permissions", wish.permissions());
        current.requireReach(permissions);
        boolean there = roles.role(name).isPresent();
        Role saved = roles.define(name, Optional.ofNullable(wish.description()).orElse(""), permissions);
        return Response.status(there ? 200 : 201).entity(RoleView.from(saved)).build();
    }

    /** Takes a role from everybody and forgets it; only says from how many unless confirmed. */
    @DELETE
    @Path("{name}")
    public Removed remove(
            @PathParam("name") String name, @QueryParam("confirm") @DefaultValue("false") boolean confirm) {
        if (roles.role(name).isEmpty()) {
            throw unknown();
        }
        int assignments = roles.assigned(name);
        long accounts = roles.accounts(name);
        if (confirm && !roles.remove(name)) {
            throw unknown();
        }
        return new Removed(confirm, name, assignments, accounts);
    }

    private static KernelException unknown() {
        return new KernelException(ErrorCode.NOT_FOUND, "There is no such role; see admin/roles.");
    }
}
