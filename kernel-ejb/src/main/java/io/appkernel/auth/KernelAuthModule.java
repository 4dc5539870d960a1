package io.appkernel.auth;

import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.MessagePolicy;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.callback.GroupPrincipalCallback;
import jakarta.security.auth.message.module.ServerAuthModule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;
import org.jspecify.annotations.Nullable;

/**
 * What {@code KernelMechanism} does, straight in the container. The servers' bridge to a mechanism looks the bean up by
 * name and by type twice per request, which costs more than everything else the edge does. Thread-safe.
 */
final class KernelAuthModule implements ServerAuthModule {
    private final KernelMechanism mechanism;
    private @Nullable CallbackHandler handler;

    KernelAuthModule(KernelMechanism mechanism) {
        this.mechanism = mechanism;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface's
    public void initialize(
            MessagePolicy requestPolicy, MessagePolicy responsePolicy, CallbackHandler handler, Map options) {
        this.handler = handler;
    }

    @Override
    public Class<?>[] getSupportedMessageTypes() {
        return new Class<?>[] {HttpServletRequest.class, HttpServletResponse.class};
    }

    @Override
    public AuthStatus validateRequest(MessageInfo message, Subject client, @Nullable Subject service)
            throws AuthException {
        Verdict verdict = mechanism.verdict((HttpServletRequest) message.getRequestMessage());
        if (verdict instanceof Verdict.Granted granted) {
            Caller caller = granted.caller();
            tell(
                    new CallerPrincipalCallback(client, caller),
                    new GroupPrincipalCallback(client, caller.roles().toArray(String[]::new)));
        } else {
            tell(new CallerPrincipalCallback(client, (Principal) null));
        }
        return AuthStatus.SUCCESS;
    }

    private void tell(Callback... callbacks) throws AuthException {
        if (handler == null) {
            throw new AuthException("The container has not initialised this module");
        }
        try {
            handler.handle(callbacks);
        } catch (IOException | UnsupportedCallbackException e) {
            throw new AuthException(e);
        }
    }

    @Override
    public AuthStatus secureResponse(MessageInfo message, Subject service) {
        return AuthStatus.SEND_SUCCESS;
    }

    @Override
    public void cleanSubject(MessageInfo message, @Nullable Subject subject) {
        if (subject != null) {
            subject.getPrincipals().clear();
        }
    }
}
