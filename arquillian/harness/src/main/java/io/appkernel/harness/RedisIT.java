package io.appkernel.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.databases.TestRedis;
import io.appkernel.harness.Client.Answer;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Redis stops under a running app and comes back with nothing in it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RedisIT {
    private static final Shape SHAPE = Shape.current();
    private static final String VOTES = SHAPE.app() + "/votes";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final TestRedis REDIS = TestRedis.own();

    private final Client http = new Client(SHAPE.root());

    @Deployment(testable = false)
    static Archive<?> widgetsWithVotes() {
        return Archives.widgetsWithVotes(SHAPE, "kernel.redis.url=" + REDIS.url() + "\n");
    }

    @AfterAll
    static void end() {
        REDIS.close();
    }

    @Test
    void callersAreToldToComeBackOthersNoticeNothingAndAllRecoversAlone() {
        vote(1);
        vote(2);
        assertThat(http.get(VOTES).json().get("blue").asText()).isEqualTo("2");

        REDIS.stop();
        for (int call = 0; call < 8; call++) {
            long begin = System.nanoTime();
            Answer refused = http.post(VOTES + "/blue", "");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PATIENCE);
            assertThat(refused.status()).as(refused.text()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isNotEmpty();
            assertThat(refused.text()).doesNotContain("redis.clients", "127.0.0.1", "KEYS");
        }
        assertThat(http.get("/readyz").status()).isEqualTo(503);
        assertThat(http.get("/healthz").status()).isEqualTo(200);
        assertThat(http.get(SHAPE.app() + "/widgets").status()).isEqualTo(200);

        REDIS.startEmpty();
        Waiting.until(() -> http.get("/readyz").status(), status -> status == 200);
        vote(1);
    }

    private void vote(int count) {
        Answer voted = http.post(VOTES + "/blue", "");
        assertThat(voted.status()).as(voted.text()).isEqualTo(200);
        assertThat(voted.json().get("blue").asInt()).isEqualTo(count);
    }
}
