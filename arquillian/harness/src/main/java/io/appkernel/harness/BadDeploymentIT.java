package io.appkernel.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An app with every mistake at once, in prod with nothing that prod needs: it does not start, and whoever deploys it is
 * told all of them in one message.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class BadDeploymentIT {
    private static final Shape SHAPE = Shape.current();

    @ArquillianResource
    Deployer deployer;

    private final Client http = new Client(SHAPE.root());

    @Deployment(name = "bad", managed = false, testable = false)
    static Archive<?> bad() {
        return Archives.widgetsWithMistakes(SHAPE);
    }

    @Test
    void everyMistakeIsToldAtOnceAndNothingIsHalfStarted() {
        String told = text(catchThrowable(() -> deployer.deploy("bad")));
        assertThat(told)
                .contains("App Kernel refuses to start")
                .contains("The task \"probe.twin\" has 2 handlers")
                .contains("TwinTasks#wrong must take (payload)")
                .contains("The table \"probe_shared\" belongs to 2 entities")
                .contains("WrongStores#texts wants a store of java.lang.String, which is no entity")
                .contains("WrongStores#numbers wants a store of java.lang.Integer")
                .contains("WrongStores#any must say which entity")
                .contains("There are 2 beans that are a UserStore")
                .contains("MuteCheck")
                .contains("kernel.edge.max-body-size")
                .contains("lots");
        assertThat(told)
                .contains("kernel.auth.token-secret (JWT_SECRET) must have 32 characters or more")
                .contains("openssl rand -base64 48")
                .contains("kernel.database.url (DATABASE_URL) must name a database server")
                .contains("kernel.redis.url (REDIS_URL) must name a Redis")
                .contains("kernel.cors.allow-origins (CORS_ORIGINS) must list the origins")
                .doesNotContain(Archives.SHORT_SECRET);
        assertThat(http.get("/healthz").status()).isNotEqualTo(200);
        assertThat(http.get(SHAPE.app() + "/widgets").status()).isNotEqualTo(200);
    }

    private static String text(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString().replace("\\\"", "\"");
    }
}
