package io.appkernel.web.roles;

import io.appkernel.auth.CurrentUser;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.rest.EnabledBy;
import io.appkernel.rest.Page;
import io.appkernel.rest.PageQuery;
import io.appkernel.roles.Assignment;
import io.appkernel.roles.Resource;
import io.appkernel.roles.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who holds which role, for admins. */
@Path("admin/role-assignments")
@RequestScoped
@RolesAllowed("admin")
@EnabledBy("auth")
public class RoleAssignmentsResource {
    @Inject
    Roles roles;

    @Inject
    CurrentUser current;

    /**
     * Who should hold what.
     *
     * @param resourceType with {@code resource_id} what for; without both, everywhere
     * @param expiresAt until when; without it, for good
     */
    public record NewAssignment(
            String userId,
            String role,
            @Nullable String resourceType,
            @Nullable String resourceId,
            @Nullable Instant expiresAt) {}

    /** That a user holds a role. */
    public record AssignmentView(
            String id,
            String userId,
            String role,
            @Nullable String resourceType,
            @Nullable String resourceId,
            @Nullable Instant expiresAt,
            Instant createdAt) {
        static AssignmentView from(Assignment assignment) {
            return new AssignmentView(
                    assignment.id(),
                    assignment.userId(),
                    assignment.role(),
                    assignment.resource().map(Resource::type).orElse(null),
                    assignment.resource().map(Resource::id).orElse(null),
                    assignment.expiresAt().orElse(null),
                    assignment.createdAt());
        }
    }

    /** A user's roles apart from that of the account, the newest first. */
    @GET
    public Page<AssignmentView> list(@QueryParam("user_id") @Nullable String userId, @BeanParam PageQuery page) {
        String wanted = Fields.required("user_id", userId);
        return Page.cut(
                roles.assignments(wanted).stream().map(AssignmentView::from).toList(), page);
    }

    /** Gives a role; one that the user holds already gets the new end. */
    @POST
    public Response assign(NewAssignment wish) {
        String role = Fields.required("role", wish.role());
        current.requireReach(roles.scopes(Set.of(role)));
        Assignment made = roles.assignRole(
                Fields.required("user_id", wish.userId()), role, resource(wish), Optional.ofNullable(wish.expiresAt()));
        return Response.status(201).entity(AssignmentView.from(made)).build();
    }

    private static Optional<Resource> resource(NewAssignment wish) {
        if (wish.resourceType() == null && wish.resourceId() == null) {
            return Optional.empty();
        }
        return Optional.of(new Resource(
                Fields.required("resource_type", wish.resourceType()),
                Fields.required("resource_id", wish.resourceId())));
    }

    @DELETE
    @Path("{assignment_id}")
    public void revoke(@PathParam("assignment_id") String id) {
        if (!roles.revoke(id)) {
            throw new KernelException(ErrorCode.NOT_FOUND, "There is no such assignment.");
        }
    }
}
