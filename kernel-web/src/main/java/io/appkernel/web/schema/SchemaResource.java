package io.appkernel.web.schema;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.migrations.Migration;
import io.appkernel.migrations.Migrations;
import io.appkernel.migrations.Schema;
import io.appkernel.rest.Page;
import io.appkernel.rest.PageQuery;
import io.appkernel.schema.Plan;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;

/** The database's schema, for admins. */
@Path("admin/db")
@RequestScoped
@RolesAllowed("admin")
public class SchemaResource {
    @Inject
    Migrations migrations;

    @Inject
    Schema schema;

    /** Every migration, newest first. */
    @GET
    @Path("migrations")
    public Page<MigrationView> migrations(@BeanParam PageQuery page) {
        return Page.cut(migrations.list().stream().map(MigrationView::from).toList(), page);
    }

    /** The newest migration to that schema, with all that it did. */
    @GET
    @Path("migrations/{hash}")
    public MigrationDetail migration(@PathParam("hash") String hash) {
        Migration found = migrations
                .get(hash)
                .orElseThrow(() -> new KernelException(
                        ErrorCode.NOT_FOUND, "No migration led to a schema of this hash; see admin/db/migrations."));
        return MigrationDetail.from(found);
    }

    /** Tables and columns that no class knows. */
    @GET
    @Path("schema/orphans")
    public Page<Plan.Orphan> orphans(@BeanParam PageQuery page) {
        return Page.cut(schema.plan().orphans(), page);
    }

    /** What a start would change, what stands in its way, and what the database has that no class explains. */
    @GET
    @Path("plan")
    public Plan plan() {
        return schema.plan();
    }

    /** Copies values of renamed columns again where they are missing; only counts them unless confirmed. */
    @POST
    @Path("backfill")
    public BackfillView backfill(@Nullable BackfillRequest request) {
        boolean confirm = request != null && Boolean.TRUE.equals(request.confirm());
        return new BackfillView(confirm, schema.backfill(confirm));
    }
}
