package io.appkernel.bench.served;

import io.appkernel.passwords.Passwords;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** A request that hashes a password and does no more. */
@Path("bench/hash")
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class HashResource {
    @Inject
    Passwords passwords;

    /** The hash's length. */
    @POST
    public int hash() {
        return passwords.hash("a long enough phrase").length();
    }
}
