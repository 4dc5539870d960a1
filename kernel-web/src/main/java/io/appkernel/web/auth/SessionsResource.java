package io.appkernel.web.auth;

import io.appkernel.auth.Authenticated;
import io.appkernel.auth.Caller;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.rest.EnabledBy;
import io.appkernel.rest.Page;
import io.appkernel.rest.PageQuery;
import io.appkernel.sessions.Sessions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;

/** Where somebody is logged in. */
@Path("auth/sessions")
@RequestScoped
@Authenticated
@EnabledBy("login")
public class SessionsResource {
    @Inject
    Sessions sessions;

    @Inject
    Visitor visitor;

    /** A caller's own logins, the one used last first. */
    @GET
    public Page<SessionView> list(@BeanParam PageQuery page) {
        Caller person = visitor.person();
        List<SessionView> all = sessions.ofUser(person.id()).stream()
                .map(session -> SessionView.from(session, Visitor.session(person)))
                .toList();
        return Page.cut(all, page);
    }

    /** Ends one of them on every instance. */
    @DELETE
    @Path("{session_id}")
    public void end(@PathParam("session_id") String id) {
        if (!sessions.end(visitor.person().id(), id)) {
            throw new KernelException(ErrorCode.NOT_FOUND, "You have no such login, or no longer.");
        }
    }
}
