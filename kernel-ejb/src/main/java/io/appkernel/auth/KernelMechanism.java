package io.appkernel.auth;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Finds out who calls, in every WAR, before any filter. It only ever says who: the guard says whether. */
@Alternative
@Priority(2500)
@ApplicationScoped
class KernelMechanism implements HttpAuthenticationMechanism {
    private static final String SCHEME = "Bearer ";
    private static final int LONGEST = 16 * 1024;

    @Inject
    Credentials credentials;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Verdict verdict = verdict(request);
        if (verdict instanceof Verdict.Granted granted) {
            return context.notifyContainerAboutLogin(
                    granted.caller(), granted.caller().roles());
        }
        return context.doNothing();
    }

    /** Who calls; kept on the request for the guard when there is anything to keep. */
    Verdict verdict(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null) {
            return new Verdict.Unknown();
        }
        Verdict verdict = verdict(header);
        request.setAttribute(Verdict.class.getName(), verdict);
        return verdict;
    }

    private Verdict verdict(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return new Verdict.Refused("Send the credential as: Authorization: Bearer <token>.");
        }
        String token = header.substring(SCHEME.length()).trim();
        if (token.isEmpty() || token.length() > LONGEST) {
            return new Verdict.Refused("The token is not valid.");
        }
        return credentials.verify(token);
    }
}
