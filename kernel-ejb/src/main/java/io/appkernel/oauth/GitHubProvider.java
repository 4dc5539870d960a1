package io.appkernel.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import io.appkernel.errors.KernelException;
import io.appkernel.json.Json;
import io.appkernel.settings.SecretText;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * GitHub speaks plain OAuth and has no ID tokens: who somebody is, its API says. It refuses with status 200 and an error in
 * the body. Thread-safe.
 */
final class GitHubProvider implements Provider {
    private static final String VERSION = "2022-11-28";

    private final URI web;
    private final URI api;
    private final ClientID id;
    private final SecretText secret;
    private final CodeExchange exchange;
    private final Json json;

    GitHubProvider(URI web, URI api, String id, SecretText secret, CodeExchange exchange, Json json) {
        this.web = web;
        this.api = api;
        this.id = new ClientID(id);
        this.secret = secret;
        this.exchange = exchange;
        this.json = json;
    }

    @Override
    public String name() {
        return GITHUB;
    }

    @Override
    public URI begin(Flow flow) {
        return new AuthorizationRequest.Builder(new ResponseType(ResponseType.Value.CODE), id)
                .endpointURI(below(web, "/login/oauth/authorize"))
                .redirectionURI(URI.create(flow.callback()))
                .scope(new Scope("read:user", "user:email"))
                .state(new State(flow.state()))
                .codeChallenge(new CodeVerifier(flow.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    @Override
    public Identity identify(Flow flow, Callback callback, String code) {
        String token = token(exchange.send(
                below(web, "/login/oauth/access_token"),
                new ClientSecretPost(id, new Secret(secret.reveal())),
                flow,
                code));
        JsonNode user = ask("/user", token).orElseThrow(() -> exchange.unavailable("it does not say who logged in"));
        if (!user.path("id").canConvertToLong()) {
            throw exchange.unavailable("it does not say who logged in");
        }
        Address address = address(user, ask("/user/emails?per_page=100", token));
        return new Identity(
                GITHUB,
                user.path("id").asText(),
                Optional.ofNullable(address.email()),
                address.verified(),
                Optional.ofNullable(text(user, "name")).or(() -> Optional.ofNullable(text(user, "login"))));
    }

    private String token(HTTPResponse answer) {
        JsonNode body = read(answer);
        String error = text(body, "error");
        if (error != null) {
            throw exchange.refused(new ErrorObject(ErrorObject.isLegal(error) ? error : "unknown"));
        }
        String token = text(body, "access_token");
        if (token == null || !answer.indicatesSuccess()) {
            throw exchange.unavailable("its answer holds no token");
        }
        return token;
    }

    /** Nothing when the token does not allow it. */
    private Optional<JsonNode> ask(String path, String token) {
        HTTPRequest request = new HTTPRequest(HTTPRequest.Method.GET, below(api, path));
        request.setAccept("application/vnd.github+json");
        request.setHeader("Authorization", "Bearer " + token);
        request.setHeader("X-GitHub-Api-Version", VERSION);
        request.setHeader("User-Agent", "app-kernel");
        HTTPResponse answer = exchange.send(request);
        return answer.indicatesSuccess() ? Optional.of(read(answer)) : Optional.empty();
    }

    private JsonNode read(HTTPResponse answer) {
        try {
            String body = answer.getBody();
            JsonNode read = body == null ? null : json.read(body, JsonNode.class);
            if (read != null && read.isContainerNode()) {
                return read;
            }
        } catch (KernelException e) {
            // It is no JSON.
        }
        throw exchange.unavailable("its answer is not to be read");
    }

    private record Address(@Nullable String email, boolean verified) {}

    /** The primary address, and whether it is proven; the one in the profile is anybody's. */
    private static Address address(JsonNode user, Optional<JsonNode> emails) {
        for (JsonNode entry : emails.<Iterable<JsonNode>>map(found -> found).orElse(List.of())) {
            if (entry.path("primary").asBoolean()) {
                return new Address(text(entry, "email"), entry.path("verified").asBoolean());
            }
        }
        return new Address(text(user, "email"), false);
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
    }

    private static URI below(URI base, String path) {
        String text = base.toString();
        return URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path);
    }
}
