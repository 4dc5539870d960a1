package io.appkernel.probe.letters;

import io.appkernel.mail.Mail;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** What came for somebody. */
@Path("letters")
@RequestScoped
@PermitAll
public class LettersResource {
    @Inject
    Mailbox mailbox;

    @GET
    public List<Mail> all(@QueryParam("to") String address) {
        return mailbox.to(address);
    }
}
