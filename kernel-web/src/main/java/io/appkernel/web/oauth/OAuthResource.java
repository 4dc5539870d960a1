package io.appkernel.web.oauth;

import io.appkernel.auth.Authenticated;
import io.appkernel.auth.Caller;
import io.appkernel.auth.CurrentUser;
import io.appkernel.context.Calls;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.net.Peer;
import io.appkernel.oauth.Callback;
import io.appkernel.oauth.LoginEnd;
import io.appkernel.oauth.LoginStart;
import io.appkernel.oauth.OAuth;
import io.appkernel.rest.EnabledBy;
import io.appkernel.rest.Page;
import io.appkernel.rest.PageQuery;
import io.appkernel.sessions.Client;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Logging in with Google and GitHub, and which of them are linked. */
@Path("auth/oauth")
@RequestScoped
@EnabledBy("oauth")
public class OAuthResource {
    @Inject
    OAuth oauth;

    @Inject
    CurrentUser user;

    @Inject
    Calls calls;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    @Context
    HttpServletResponse response;

    /**
     * Sends the browser to the provider. A page that is signed in asks with its token and for JSON instead, sends the
     * browser to the {@code authorization_url} itself, and so links the provider to its account.
     */
    @GET
    @Path("{provider}")
    @PermitAll
    public Response begin(
            @PathParam("provider") String provider, @QueryParam("redirect_uri") @Nullable String redirectUri) {
        Answers.unshare(response);
        LoginStart start = oauth.begin(provider, Optional.ofNullable(redirectUri), linker(), origin());
        Response.ResponseBuilder answer = asksForJson()
                ? Response.ok(new StartView(start.authorizationUrl().toString()))
                : Response.status(Response.Status.FOUND).location(start.authorizationUrl());
        return answer.header(HttpHeaders.SET_COOKIE, FlowCookie.kept(start)).build();
    }

    /** Whoever shows a token means to link; with one that is no good they would begin another account instead. */
    private Optional<Caller> linker() {
        Optional<Caller> caller = user.caller();
        if (caller.isEmpty() && headers.getHeaderString(HttpHeaders.AUTHORIZATION) != null) {
            throw new KernelException(
                    ErrorCode.UNAUTHENTICATED, "The token is not valid. Log in again before you link an account.");
        }
        return caller;
    }

    private boolean asksForJson() {
        MediaType first = headers.getAcceptableMediaTypes().get(0);
        return first.getType().equals("application") && first.getSubtype().equals("json");
    }

    private URI origin() {
        URI base = uri.getBaseUri();
        return URI.create(base.getScheme() + "://" + base.getRawAuthority());
    }

    /** Where the provider sends the browser back. Answers tokens, or takes them to where the login was to lead. */
    @GET
    @Path("{provider}/callback")
    @PermitAll
    public Response end(
            @PathParam("provider") String provider,
            @QueryParam("state") @Nullable String state,
            @QueryParam("code") @Nullable String code,
            @QueryParam("error") @Nullable String error,
            @QueryParam("iss") @Nullable String issuer) {
        Callback callback = new Callback(
                Optional.ofNullable(state),
                Optional.ofNullable(code),
                Optional.ofNullable(error),
                Optional.ofNullable(issuer));
        Answers.unshare(response);
        Map<String, Cookie> cookies = headers.getCookies();
        FlowCookie.spent(callback, cookies.keySet(), uri.getRequestUri().getRawPath())
                .forEach(cookie -> response.addHeader(HttpHeaders.SET_COOKIE, cookie));
        LoginEnd end = oauth.end(provider, callback, FlowCookie.values(cookies), client());
        if (end instanceof LoginEnd.SignedIn login) {
            return Answers.of(login);
        }
        return Answers.of((LoginEnd.Linked) end);
    }

    private Client client() {
        return calls.current()
                .flatMap(call -> call.attached(Peer.class))
                .map(peer -> new Client(peer.ip(), peer.userAgent()))
                .orElseGet(Client::unknown);
    }

    /** By what the caller may log in. */
    @GET
    @Path("accounts")
    @Authenticated
    public Page<AccountView> accounts(@BeanParam PageQuery page) {
        return Page.cut(oauth.accounts(caller()).stream().map(AccountView::from).toList(), page);
    }

    /** Unlinks a provider, unless it is the caller's last way to log in. */
    @DELETE
    @Path("{provider}")
    @Authenticated
    public void unlink(@PathParam("provider") String provider) {
        oauth.unlink(caller(), provider);
    }

    private Caller caller() {
        return user.caller().orElseThrow(() -> new KernelException(ErrorCode.UNAUTHENTICATED, "Nobody is signed in."));
    }
}
