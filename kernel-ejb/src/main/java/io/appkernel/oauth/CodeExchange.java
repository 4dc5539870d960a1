package io.appkernel.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import io.appkernel.errors.KernelException;
import io.appkernel.errors.LaterException;
import io.appkernel.issuers.Fetcher;
import io.appkernel.log.KernelLog;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/** How providers are asked, and what becomes of their refusals. Thread-safe. */
final class CodeExchange {
    private static final Duration WAIT = Duration.ofSeconds(5);

    /** What is wrong is the code: it was used, is too old, or belongs to another login. */
    private static final Set<String> BAD_CODE = Set.of("invalid_grant", "bad_verification_code");

    private final String provider;
    private final Fetcher fetcher;
    private final KernelLog log;

    CodeExchange(String provider, Fetcher fetcher, KernelLog log) {
        this.provider = provider;
        this.fetcher = fetcher;
        this.log = log;
    }

    /** Asks for tokens; the answer may be a refusal. */
    HTTPResponse send(URI endpoint, ClientAuthentication client, Flow flow, String code) {
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(
                new AuthorizationCode(code), URI.create(flow.callback()), new CodeVerifier(flow.verifier()));
        HTTPRequest request =
                new TokenRequest.Builder(endpoint, client, grant).build().toHTTPRequest();
        request.setAccept("application/json");
        return send(request);
    }

    /** Asks something; an answer of the server's own troubles is none. */
    HTTPResponse send(ReadOnlyHTTPRequest request) {
        try {
            HTTPResponse answer = fetcher.send(request);
            int status = answer.getStatusCode();
            if (status >= 500 || status == 429) {
                throw unavailable("it answers " + status);
            }
            return answer;
        } catch (IOException e) {
            throw unavailable(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    /** The provider is down, slow, or speaks another language; the reason is for the log only. */
    LaterException unavailable(String reason) {
        log.warn("a login provider does not answer properly", "provider", provider, "reason", reason);
        return new LaterException(Provider.title(provider) + " does not answer properly. Try again in a moment.", WAIT);
    }

    /** The provider gave no tokens; when that is our fault the operator has to hear of it. */
    KernelException refused(ErrorObject error) {
        String code = error.getCode() == null ? "status " + error.getHTTPStatusCode() : error.getCode();
        if (BAD_CODE.contains(code)) {
            return Provider.unfit(provider, "its code is no good any more");
        }
        return unavailable("it refuses to give tokens: " + code + "; are kernel.oauth." + provider
                + "-client-id, its secret and the callback address as they stand there?");
    }
}
