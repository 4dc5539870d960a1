package io.appkernel.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.databases.TestServer;
import io.appkernel.harness.Client.Answer;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** PostgreSQL stops under a running app and comes back. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OutageIT {
    private static final Shape SHAPE = Shape.current();
    private static final String SHOP = SHAPE.app() + "/shop";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Client http = new Client(SHAPE.root());

    @Deployment(testable = false)
    static Archive<?> widgetsWithShop() {
        return Archives.widgetsWithShop(
                SHAPE, "kernel.database.url=" + TestServer.stoppablePostgres().newDatabase() + "\n");
    }

    @Test
    void callersAreToldToComeBackAndAllRecoversAlone() {
        Answer made = http.post(SHOP, "{\"name\":\"Gear\"}");
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        String path = SHOP + "/" + made.json().get("id").asText();

        String key = keyThatWasNeverShown();

        TestServer.stoppablePostgres().stop();
        try {
            for (int call = 0; call < 8; call++) {
                long begin = System.nanoTime();
                Answer refused = http.get(path);
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PATIENCE);
                assertThat(refused.status()).as(refused.text()).isEqualTo(503);
                assertThat(refused.header("Retry-After")).isNotEmpty();
                assertThat(refused.text()).doesNotContain("jdbc", "SELECT", "org.postgresql");
            }
            Answer undecided = http.get(Accounts.AUTH + "/me", Accounts.bearer(key), Accounts.ORIGIN);
            Accounts.problem(undecided, 503);
            assertThat(undecided.header("Retry-After")).isNotEmpty();
            assertThat(http.get("/readyz").status()).isEqualTo(503);
            assertThat(http.get("/healthz").status()).isEqualTo(200);
        } finally {
            TestServer.stoppablePostgres().start();
        }

        Waiting.until(() -> http.get(path).status(), status -> status == 200);
        Waiting.until(() -> http.get("/readyz").status(), status -> status == 200);
        assertThat(http.get(path).json()).isEqualTo(made.json());
    }

    private String keyThatWasNeverShown() {
        Accounts people = new Accounts(http, SHAPE);
        String name = Accounts.unique("out.");
        people.register(name);
        String token = people.login(name).get("access_token").asText();
        Answer made = http.post("/api/v1/api-keys", "{\"name\":\"ci\",\"scopes\":[]}", Accounts.bearer(token));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().get("key").asText();
    }
}
