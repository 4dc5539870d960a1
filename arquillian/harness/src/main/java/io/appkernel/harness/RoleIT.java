package io.appkernel.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.appkernel.databases.TestRedis;
import io.appkernel.databases.TestServer;
import io.appkernel.harness.Client.Answer;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same app as a web node, which enqueues and does nothing, and then as a worker node, which does it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RoleIT {
    private static final Shape SHAPE = Shape.current();
    private static final String ERRANDS = SHAPE.app() + "/errands/";
    private static final String OPERATOR = "Authorization: Bearer " + System.getenv("KERNEL_OPERATOR_TOKEN");
    private static final String WEB = "web";
    private static final String WORKER = "worker";
    private static final String SHARED =
            "kernel.redis.url=" + TestRedis.shared().url() + "\nkernel.redis.key-prefix="
                    + TestRedis.shared().newPrefix() + "\nkernel.database.url="
                    + TestServer.h2().newDatabase() + "\n";

    private final Client http = new Client(SHAPE.root());

    @ArquillianResource
    Deployer deployer;

    /** Without the routes of jobs, too. */
    @Deployment(name = WEB, managed = false, testable = false)
    static Archive<?> webNode() {
        return Archives.widgetsWithErrands(SHAPE, SHARED + "kernel.role=web\nkernel.enable.jobs=false\n");
    }

    @Deployment(name = WORKER, managed = false, testable = false)
    static Archive<?> workerNode() {
        return Archives.named("worker", Archives.widgetsWithErrands(SHAPE, SHARED + "kernel.role=worker\n"));
    }

    @Test
    void aWebNodeEnqueuesAndAWorkerNodeDoesIt() {
        String ordered = UUID.randomUUID().toString();
        String direct;
        deployer.deploy(WEB);
        try {
            direct = ok(http.post(ERRANDS + "tasks/errand.post", "{\"to\":\"ada\",\"pages\":[]}"))
                    .get("id")
                    .asText();
            ok(http.post(ERRANDS + "orders/container/" + ordered, ""));
            // Web nodes, too, move what was enqueued in transactions: then it waits, and nobody takes it.
            Waiting.until(() -> http.get(ERRANDS + "jobs/" + ordered).status(), status -> status == 200);
            assertThat(state(ordered)).isEqualTo("WAITING");
            assertThat(state(direct)).isEqualTo("WAITING");
            for (String path : new String[] {"/api/v1/jobs", "/api/v1/jobs/" + direct, "/api/v1/admin/jobs/queues"}) {
                assertThat(http.get(path, OPERATOR).status()).as(path).isEqualTo(404);
                assertThat(http.get(path).status()).as(path).isEqualTo(404);
            }
            assertThat(http.get("/openapi").text()).doesNotContain("/api/v1/jobs");
        } finally {
            deployer.undeploy(WEB);
        }
        deployer.deploy(WORKER);
        try {
            Waiting.until(() -> state(ordered), "DONE"::equals);
            Waiting.until(() -> state(direct), "DONE"::equals);
            assertThat(http.get("/api/v1/jobs/" + direct, OPERATOR).status()).isEqualTo(200);
        } finally {
            deployer.undeploy(WORKER);
        }
    }

    private String state(String id) {
        return ok(http.get(ERRANDS + "jobs/" + id)).get("state").asText();
    }

    private static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }
}
