package io.appkernel.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.appkernel.harness.Browser.Page;
import io.appkernel.peers.TestGitHub;
import io.appkernel.peers.TestGitHub.Address;
import io.appkernel.peers.TestGitHub.Person;
import io.appkernel.peers.TestIssuer;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Logging in with a real OpenID provider, and with one that does as GitHub. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OAuthIT {
    private static final Shape SHAPE = Shape.current();
    private static final String OPERATOR = "Bearer " + System.getenv("KERNEL_OPERATOR_TOKEN");
    private static final String CLIENT = "google-client";
    private static final TestIssuer GOOGLE = new TestIssuer();
    private static final TestGitHub GITHUB = new TestGitHub();

    private final Browser browser = new Browser();
    private final String someone = UUID.randomUUID().toString();
    private final String email = someone + "@example.com";

    @Deployment(testable = false)
    static Archive<?> widgetsWithProviders() {
        return Archives.widgetsWithProperties(
                SHAPE,
                String.join(
                        "\n",
                        "kernel.oauth.google-client-id=" + CLIENT,
                        "kernel.oauth.google-client-secret=google-secret",
                        "kernel.oauth.google-issuer=" + GOOGLE.name(),
                        "kernel.oauth.github-client-id=" + TestGitHub.CLIENT_ID,
                        "kernel.oauth.github-client-secret=" + TestGitHub.CLIENT_SECRET,
                        "kernel.oauth.github-url=" + GITHUB.url(),
                        "kernel.oauth.github-api-url=" + GITHUB.apiUrl(),
                        "kernel.oauth.redirect-uris=/welcome,https://app.example.com/done",
                        ""));
    }

    @AfterAll
    static void end() {
        GOOGLE.close();
        GITHUB.close();
    }

    private static URI at(String path) {
        return SHAPE.root().resolve("/api/v1/auth/oauth" + path);
    }

    private void googleUser(boolean verified) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("email", email);
        claims.put("email_verified", verified);
        claims.put("name", "Ann Other");
        GOOGLE.loginNextAs(someone, claims, CLIENT);
    }

    private Person githubUser(boolean verified) {
        Person person = new Person(
                ThreadLocalRandom.current().nextLong(1, 1L << 40),
                "ann",
                "Ann Other",
                List.of(new Address(email, true, verified)));
        GITHUB.loginAs(person);
        return person;
    }

    /** Where the provider sends the browser back. */
    private URI wayBack(String start) {
        Page begin = browser.get(at(start));
        assertThat(begin.status()).as(begin.toString()).isEqualTo(302);
        return fromProvider(begin.location());
    }

    private URI fromProvider(URI authorization) {
        Page agreed = browser.get(authorization);
        assertThat(agreed.status()).as(agreed.toString()).isEqualTo(302);
        return agreed.location();
    }

    private JsonNode login(String provider) {
        Page end = browser.get(wayBack("/" + provider));
        assertThat(end.status()).as(end.toString()).isEqualTo(200);
        return end.json();
    }

    private static String bearer(JsonNode login) {
        return "Bearer " + login.get("access_token").asText();
    }

    @Test
    void somebodyLogsInWithGoogleAndIsTheSameTheNextTime() {
        googleUser(true);
        Page begin = browser.get(at("/google"));
        assertThat(begin.header("Location")).startsWith(GOOGLE.name()).contains("code_challenge_method=S256", "nonce=");
        assertThat(begin.header("Set-Cookie"))
                .contains("HttpOnly", "SameSite=Lax", "Max-Age=600", "Path=/api/v1/auth/oauth/google/callback");

        Page end = browser.get(fromProvider(begin.location()));

        assertThat(end.status()).as(end.toString()).isEqualTo(200);
        assertThat(end.header("Cache-Control")).isEqualTo("no-store");
        assertThat(end.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(end.header("Set-Cookie")).contains("Max-Age=0");
        JsonNode login = end.json();
        assertThat(login.get("token_type").asText()).isEqualTo("Bearer");
        assertThat(login.get("expires_in").asInt()).isEqualTo(900);
        assertThat(login.get("refresh_token").asText()).isNotEmpty();
        assertThat(login.at("/user/email").asText()).isEqualTo(email);
        assertThat(login.at("/user/email_verified").asBoolean()).isTrue();
        assertThat(login.at("/user/name").asText()).isEqualTo("Ann Other");
        JsonNode accounts =
                browser.get(at("/accounts"), "Authorization", bearer(login)).json();
        assertThat(accounts.get("total").asInt()).isOne();
        assertThat(accounts.at("/items/0/provider").asText()).isEqualTo("google");
        assertThat(accounts.at("/items/0/subject").asText()).isEqualTo(someone);

        googleUser(true);
        assertThat(login("google").at("/user/id").asText())
                .isEqualTo(login.at("/user/id").asText());
    }

    @Test
    void aLoginLeadsWhereTheOperatorAllowsWithTheTokensInTheFragment() {
        googleUser(true);
        Page end = browser.get(wayBack("/google?redirect_uri=/welcome"));

        assertThat(end.status()).as(end.toString()).isEqualTo(302);
        assertThat(end.header("Location"))
                .startsWith(SHAPE.root() + "/welcome#access_token=")
                .contains("&refresh_token=", "&token_type=Bearer", "&expires_in=900");
        assertThat(end.header("Cache-Control")).isEqualTo("no-store");
        assertThat(end.header("Referrer-Policy")).isEqualTo("no-referrer");
        for (String bad : List.of(
                "//evil.example", "/%5Cevil.example", "/welcome/", "https://app.example.com@evil.example/done")) {
            Page refused = browser.get(at("/google?redirect_uri=" + bad));
            assertThat(refused.status()).as(bad).isEqualTo(422);
            assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("redirect_uri");
            assertThat(refused.header("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void aCallbackThatThisBrowserDidNotBeginOrThatCameBeforeIsRefused() {
        googleUser(true);
        URI back = wayBack("/google");
        Page stranger = new Browser().get(back);
        assertThat(stranger.status()).as("no cookie: " + stranger).isEqualTo(400);
        String code = back.getQuery().replaceAll(".*code=([^&]*).*", "$1");
        assertThat(browser.get(at("/google/callback?code=" + code)).status()).isEqualTo(400);
        assertThat(browser.get(at("/google/callback?code=" + code + "&state=made-up"))
                        .status())
                .isEqualTo(400);
        assertThat(browser.get(URI.create(back.toString().replace("/google/", "/github/")))
                        .status())
                .as("another provider")
                .isEqualTo(400);
        assertThat(browser.get(back).status()).isEqualTo(200);
        Page again = browser.get(back);
        assertThat(again.status()).as(again.toString()).isEqualTo(400);
        assertThat(again.header("Content-Type")).startsWith("application/problem+json");
        assertThat(again.toString()).doesNotContain(code);
    }

    @Test
    void aCodeOfAnotherLoginIsRefused() {
        githubUser(true);
        String stolen = new Browser()
                .get(browser.get(at("/github")).location())
                .location()
                .getQuery()
                .replaceAll(".*code=([^&]*).*", "$1");
        String mine = wayBack("/github").toString();

        Page injected = browser.get(URI.create(mine.replaceAll("code=[^&]*", "code=" + stolen)));

        assertThat(injected.status()).as(injected.toString()).isEqualTo(400);
    }

    @Test
    void aSignedInPageLinksGitHubAndTheLastWayToLogInStays() {
        googleUser(true);
        JsonNode login = login("google");
        String token = bearer(login);
        Person person = githubUser(false);
        Page start = browser.get(at("/github"), "Authorization", token, "Accept", "application/json");
        assertThat(start.status()).as(start.toString()).isEqualTo(200);

        Page end = browser.get(
                fromProvider(URI.create(start.json().get("authorization_url").asText())));

        assertThat(end.status()).as(end.toString()).isEqualTo(200);
        assertThat(end.json().has("access_token")).isFalse();
        assertThat(end.json().get("subject").asText()).isEqualTo(Long.toString(person.id()));
        assertThat(browser.get(at("/accounts"), "Authorization", token)
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(2);
        assertThat(login("github").at("/user/id").asText())
                .isEqualTo(login.at("/user/id").asText());

        assertThat(browser.delete(at("/google"), "Authorization", token).status())
                .isEqualTo(204);
        assertThat(browser.delete(at("/google"), "Authorization", token).status())
                .isEqualTo(404);
        Page last = browser.delete(at("/github"), "Authorization", token);
        assertThat(last.status()).as(last.toString()).isEqualTo(409);
    }

    @Test
    void anUnprovenAddressOpensNobodysAccountAndIsNotTheNewOnes() {
        googleUser(true);
        String owner = login("google").at("/user/id").asText();
        githubUser(false);

        JsonNode stranger = login("github");

        assertThat(stranger.at("/user/id").asText()).isNotEqualTo(owner);
        assertThat(stranger.at("/user/email").asText()).isEmpty();
        assertThat(stranger.at("/user/email_verified").asBoolean()).isFalse();
    }

    @Test
    void anAddressThatBothProvidersHaveProvenIsOnePerson() {
        googleUser(true);
        String owner = login("google").at("/user/id").asText();
        githubUser(true);

        assertThat(login("github").at("/user/id").asText()).isEqualTo(owner);
    }

    @Test
    void whoeverMayNotLinkIsToldSo() {
        assertThat(browser.get(at("/google"), "Authorization", "Bearer a.b.c", "Accept", "application/json")
                        .status())
                .isEqualTo(401);
        assertThat(browser.get(at("/google"), "Authorization", OPERATOR).status())
                .isEqualTo(403);
        assertThat(browser.get(at("/accounts")).status()).isEqualTo(401);
        assertThat(browser.get(at("/accounts"), "Authorization", OPERATOR).status())
                .isEqualTo(403);
        assertThat(browser.get(at("/gitlab")).status()).isEqualTo(404);
    }

    @Test
    void whenTheProviderRefusesOrFailsTheProblemSaysSo() {
        githubUser(true);
        GITHUB.agree(false);
        try {
            Page denied = browser.get(wayBack("/github"));
            assertThat(denied.status()).isEqualTo(400);
            assertThat(denied.json().get("detail").asText()).contains("you did not agree");
        } finally {
            GITHUB.agree(true);
        }
        URI back = wayBack("/github");
        GITHUB.breakDown(true);
        try {
            Page down = browser.get(back);
            assertThat(down.status()).as(down.toString()).isEqualTo(503);
            assertThat(down.header("Retry-After")).isEqualTo("5");
        } finally {
            GITHUB.breakDown(false);
        }
    }

    @Test
    void theApiDocumentListsTheRoutes() {
        JsonNode paths = browser.get(SHAPE.root().resolve("/openapi")).json().get("paths");

        assertThat(paths.has("/api/v1/auth/oauth/{provider}")).isTrue();
        assertThat(paths.has("/api/v1/auth/oauth/{provider}/callback")).isTrue();
        assertThat(paths.has("/api/v1/auth/oauth/accounts")).isTrue();
    }
}
