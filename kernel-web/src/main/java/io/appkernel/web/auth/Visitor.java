package io.appkernel.web.auth;

import io.appkernel.auth.Caller;
import io.appkernel.auth.CallerKind;
import io.appkernel.auth.CurrentUser;
import io.appkernel.context.Calls;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.net.Peer;
import io.appkernel.sessions.Client;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Who stands at the routes of logging in. Each method answers for the current call. */
@ApplicationScoped
class Visitor {
    @Inject
    CurrentUser user;

    @Inject
    Calls calls;

    /** From where the call comes. */
    Client client() {
        return calls.current()
                .flatMap(call -> call.attached(Peer.class))
                .map(peer -> new Client(peer.ip(), peer.userAgent()))
                .orElseGet(Client::unknown);
    }

    /** Whose login calls; keys and the operator have none to look after. */
    Caller person() {
        return user.caller()
                .filter(caller -> caller.kind() == CallerKind.USER)
                .orElseThrow(() -> new KernelException(
                        ErrorCode.FORBIDDEN, "This is for people who have logged in, not for keys."));
    }

    /** The same at a route that is open to all. */
    Caller signedIn() {
        if (!user.isAuthenticated()) {
            throw new KernelException(
                    ErrorCode.UNAUTHENTICATED, "Send an access token that is good, or the refresh_token in the body.");
        }
        return person();
    }

    /** The login that calls. */
    static String session(Caller caller) {
        return String.valueOf(caller.claims().get("sid"));
    }
}
