package io.appkernel.web.auth;

import io.appkernel.auth.AuthMode;
import io.appkernel.auth.AuthSettings;
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
    AuthSettings settings;

    @Inject
    CurrentUser user;

    @Inject
    Calls calls;

    /** Where others say who somebody is there are no such routes; answers from where the call comes. */
    Client client() {
        requireLocal();
        return calls.current()
                .flatMap(call -> call.attached(Peer.class))
                .map(peer -> new Client(peer.ip(), peer.userAgent()))
                .orElseGet(Client::unknown);
    }

    private void requireLocal() {
        if (settings.mode() != AuthMode.LOCAL) {
            throw new KernelException(
                    ErrorCode.NOT_FOUND, "People do not log in here: see kernel.auth.mode for whose word counts.");
        }
    }

    /** Whose login calls; keys and the operator have none to look after. */
    Caller person() {
        requireLocal();
        return user.caller()
                .filter(caller -> caller.kind() == CallerKind.USER)
                .orElseThrow(() -> new KernelException(
                        ErrorCode.FORBIDDEN, "This is for people who have logged in, not for keys."));
    }

    /** The login that calls. */
    static String session(Caller caller) {
        return String.valueOf(caller.claims().get("sid"));
    }
}
