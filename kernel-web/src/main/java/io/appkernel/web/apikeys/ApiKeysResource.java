package io.appkernel.web.apikeys;

import io.appkernel.apikeys.ApiKey;
import io.appkernel.apikeys.ApiKeys;
import io.appkernel.apikeys.IssuedKey;
import io.appkernel.auth.Authenticated;
import io.appkernel.auth.Caller;
import io.appkernel.auth.CurrentUser;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.rest.EnabledBy;
import io.appkernel.rest.OptionalBody;
import io.appkernel.rest.Page;
import io.appkernel.rest.PageQuery;
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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A caller's own API keys; everybody's for admins. */
@Path("api-keys")
@RequestScoped
@Authenticated
@EnabledBy("auth")
public class ApiKeysResource {
    @Inject
    ApiKeys keys;

    @Inject
    CurrentUser user;

    /** How long the old secret stays good; as long as the settings say when left out. */
    public record Rotation(@Nullable Integer graceSeconds) {}

    /** The answer has the key itself, this once. */
    @POST
    public Response create(KeyRequest wish) {
        return issued(keys.create(caller(), wish.wish()), 201);
    }

    private static Response issued(IssuedKey key, int status) {
        return Response.status(status)
                .entity(IssuedKeyView.from(key))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** The newest first. With {@code user_id} another's, for admins. */
    @GET
    public Page<KeyView> list(@QueryParam("user_id") @Nullable String userId, @BeanParam PageQuery page) {
        String owner = userId == null ? caller().id() : userId;
        if (!owner.equals(caller().id()) && !user.isAdmin()) {
            throw new KernelException(ErrorCode.FORBIDDEN, "Only admins see the keys of others: leave out user_id.");
        }
        List<KeyView> all = keys.ofUser(owner).stream().map(KeyView::from).toList();
        return Page.cut(all, page);
    }

    @GET
    @Path("{key_id}")
    public KeyView get(@PathParam("key_id") String id) {
        ApiKey found = keys.get(caller(), id).orElseThrow(ApiKeysResource::unknown);
        return KeyView.from(found);
    }

    /** The key opens nothing any more, on no instance. */
    @DELETE
    @Path("{key_id}")
    public void revoke(@PathParam("key_id") String id) {
        if (!keys.revoke(caller(), id)) {
            throw unknown();
        }
    }

    /** Another secret for the same key; the answer has it, this once. */
    @POST
    @Path("{key_id}/rotate")
    public Response rotate(@PathParam("key_id") String id, OptionalBody<Rotation> wish) {
        Optional<Duration> grace = wish.value().map(Rotation::graceSeconds).map(Duration::ofSeconds);
        return issued(keys.rotate(caller(), id, grace).orElseThrow(ApiKeysResource::unknown), 200);
    }

    private Caller caller() {
        return user.caller().orElseThrow(() -> new IllegalStateException("The route let an anonymous caller pass"));
    }

    private static KernelException unknown() {
        return new KernelException(ErrorCode.NOT_FOUND, "There is no such API key, or no longer.");
    }
}
