package io.appkernel.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.AuthorizedParty;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.appkernel.issuers.Issuer;
import io.appkernel.settings.SecretText;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** OpenID Connect: who somebody is stands in a signed ID token. Thread-safe. */
final class OpenIdProvider implements Provider {
    /** What a public key checks. A secret would be our own, and "none" nobody's. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final String name;
    private final Issuer issuer;
    private final ClientID id;
    private final SecretText secret;
    private final CodeExchange exchange;
    private final IDTokenValidator validator;

    OpenIdProvider(String name, Issuer issuer, String id, SecretText secret, CodeExchange exchange) {
        this.name = name;
        this.issuer = issuer;
        this.id = new ClientID(id);
        this.secret = secret;
        this.exchange = exchange;
        this.validator = new IDTokenValidator(
                new com.nimbusds.oauth2.sdk.id.Issuer(issuer.name()),
                this.id,
                new JWSVerificationKeySelector<>(ALGORITHMS, issuer.keys()),
                null);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public URI begin(Flow flow) {
        return new AuthenticationRequest.Builder(
                        new ResponseType(ResponseType.Value.CODE),
                        new Scope("openid", "email", "profile"),
                        id,
                        URI.create(flow.callback()))
                .endpointURI(issuer.metadata().getAuthorizationEndpointURI())
                .state(new State(flow.state()))
                .nonce(new Nonce(flow.nonce()))
                .codeChallenge(new CodeVerifier(flow.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    @Override
    public Identity identify(Flow flow, Callback callback, String code) {
        OIDCProviderMetadata metadata = issuer.metadata();
        requireFrom(callback, metadata.supportsAuthorizationResponseIssuerParam());
        HTTPResponse answer = exchange.send(metadata.getTokenEndpointURI(), client(metadata), flow, code);
        return identity(validated(idToken(answer), flow));
    }

    /** Against a login that began at one issuer and whose code another one gave. */
    private void requireFrom(Callback callback, boolean always) {
        boolean absent = callback.issuer().isEmpty() && !always;
        if (!absent && !callback.issuer().filter(issuer.name()::equals).isPresent()) {
            throw Provider.unfit(name, "the answer is another issuer's");
        }
    }

    private ClientAuthentication client(OIDCProviderMetadata metadata) {
        List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
        Secret shared = new Secret(secret.reveal());
        boolean inHeader = methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return inHeader ? new ClientSecretBasic(id, shared) : new ClientSecretPost(id, shared);
    }

    private JWT idToken(HTTPResponse answer) {
        try {
            TokenResponse tokens = OIDCTokenResponseParser.parse(answer);
            if (!tokens.indicatesSuccess()) {
                throw exchange.refused(tokens.toErrorResponse().getErrorObject());
            }
            JWT token = ((OIDCTokenResponse) tokens).getOIDCTokens().getIDToken();
            if (token == null) {
                throw exchange.unavailable("its tokens hold no ID token");
            }
            return token;
        } catch (ParseException e) {
            throw exchange.unavailable("its answer holds no tokens that can be read");
        }
    }

    private IDTokenClaimsSet validated(JWT token, Flow flow) {
        try {
            IDTokenClaimsSet claims = validator.validate(token, new Nonce(flow.nonce()));
            AuthorizedParty party = claims.getAuthorizedParty();
            if (party != null && !party.getValue().equals(id.getValue())) {
                throw Provider.unfit(name, "its ID token is for another application");
            }
            return claims;
        } catch (KeySourceException e) {
            throw exchange.unavailable("its keys cannot be had");
        } catch (BadJOSEException | JOSEException | IllegalArgumentException e) {
            throw Provider.unfit(name, "its ID token proves nothing");
        }
    }

    private Identity identity(IDTokenClaimsSet claims) {
        Object verified = claims.getClaim("email_verified");
        return new Identity(
                name,
                claims.getSubject().getValue(),
                Optional.ofNullable(claims.getStringClaim("email")),
                Boolean.TRUE.equals(verified) || "true".equals(verified),
                Optional.ofNullable(claims.getStringClaim("name")));
    }
}
