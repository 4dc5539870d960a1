package io.appkernel.probe.votes;

import io.appkernel.redis.Redis;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Map;

/** Redis used as an app uses it. */
@Path("votes")
@RequestScoped
@PermitAll
public class VotesResource {
    @Inject
    Redis redis;

    @Inject
    Tally tally;

    @GET
    public Map<String, String> all() {
        return redis.call(client -> client.hgetAll(redis.key("probe:votes")));
    }

    @POST
    @Path("{name}")
    public Map<String, Long> vote(@PathParam("name") String name) {
        return Map.of(name, tally.count(name));
    }
}
