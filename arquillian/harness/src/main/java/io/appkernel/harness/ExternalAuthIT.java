package io.appkernel.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.harness.Client.Answer;
import io.appkernel.peers.TestIssuer;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code kernel.auth.mode=external}: the tokens of a real issuer count, and nothing is logged in to here. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ExternalAuthIT {
    private static final Shape SHAPE = Shape.current();
    private static final String WIDGETS = SHAPE.app() + "/widgets";
    private static final String WIDGET = "{\"name\":\"Gear\",\"unit_price\":3}";
    private static final String OPERATOR = "Authorization: Bearer " + System.getenv("KERNEL_OPERATOR_TOKEN");
    private static final String API = "widgets-api";
    private static final TestIssuer ISSUER = new TestIssuer();

    private final Client http = new Client(SHAPE.root());

    @Deployment(testable = false)
    static Archive<?> widgetsThatTrustAnIssuer() {
        return Archives.widgetsWithProperties(
                SHAPE,
                String.join(
                        "\n",
                        "kernel.auth.mode=external",
                        "kernel.auth.external.issuer=" + ISSUER.name(),
                        "kernel.auth.external.audience=" + API,
                        "kernel.auth.external.roles-claim=realm_access.roles",
                        "kernel.oauth.google-client-id=set",
                        "kernel.oauth.google-client-secret=but-of-no-use",
                        ""));
    }

    @AfterAll
    static void end() {
        ISSUER.close();
    }

    private static String token(String audience, String... roles) {
        return ISSUER.token("u-1", audience, Map.of("realm_access", Map.of("roles", List.of(roles))));
    }

    private Answer post(String token) {
        return http.post(WIDGETS, WIDGET, "Authorization: Bearer " + token);
    }

    @Test
    void aTokenOfTheIssuerOpensWhatItsRolesMay() {
        assertThat(post(token(API)).status()).isEqualTo(201);
        assertThat(http.get("/api/v1/admin/jobs/queues", "Authorization: Bearer " + token(API, "admin"))
                        .status())
                .isEqualTo(200);
        assertThat(http.get("/api/v1/admin/jobs/queues", "Authorization: Bearer " + token(API, "user"))
                        .status())
                .isEqualTo(403);
        assertThat(http.post(WIDGETS, WIDGET, OPERATOR).status()).isEqualTo(201);
    }

    @Test
    void othersTokensOpenNothing() {
        assertThat(post(token("another-api")).status()).isEqualTo(401);
        assertThat(post("a.b.c").status()).isEqualTo(401);
        assertThat(post("sk_live_made_up").status()).isEqualTo(401);
        assertThat(http.post(WIDGETS, WIDGET).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/auth/oauth/google",
                "GET /api/v1/auth/oauth/google/callback",
                "GET /api/v1/auth/oauth/accounts",
                "DELETE /api/v1/auth/oauth/google"
            })
    void nobodyLogsInHere(String route) {
        String[] parts = route.split(" ");

        assertThat(http.send(parts[0], parts[1], null).status()).isEqualTo(404);
        assertThat(http.send(parts[0], parts[1], null, OPERATOR).status()).isEqualTo(404);
    }

    @Test
    void keysChangeAndAnIssuerThatIsDownHoldsUpOnlyWhatIsUnknown() {
        String known = token(API);
        assertThat(post(known).status()).isEqualTo(201);
        ISSUER.changeKey();
        assertThat(post(token(API)).status()).as("another key").isEqualTo(201);

        String fresh = token(API, "fresh");
        ISSUER.changeKey();
        String unknown = token(API, "unknown");
        ISSUER.stop();
        try {
            assertThat(post(fresh).status()).as("a known key").isEqualTo(201);
            Answer undecided = post(unknown);
            assertThat(undecided.status()).as(undecided.text()).isEqualTo(503);
            assertThat(undecided.header("Retry-After")).isEqualTo("5");
            assertThat(http.get(WIDGETS, "Authorization: Bearer " + unknown).status())
                    .as("a public route")
                    .isEqualTo(200);
            assertThat(http.post(WIDGETS, WIDGET, OPERATOR).status()).isEqualTo(201);
        } finally {
            ISSUER.start();
        }
        assertThat(Waiting.until(() -> post(unknown).status(), status -> status == 201))
                .isEqualTo(201);
    }
}
