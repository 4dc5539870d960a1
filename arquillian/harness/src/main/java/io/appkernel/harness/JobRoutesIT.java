package io.appkernel.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.appkernel.databases.TestRedis;
import io.appkernel.databases.TestServer;
import io.appkernel.harness.Client.Answer;
import java.util.function.Predicate;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs as their owners and admins see them. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class JobRoutesIT {
    private static final Shape SHAPE = Shape.current();
    private static final String ERRANDS = SHAPE.app() + "/errands/tasks/";
    private static final String JOBS = "/api/v1/jobs";
    private static final String ADMIN = "/api/v1/admin/jobs";
    private static final String OPERATOR = "Authorization: Bearer " + System.getenv("KERNEL_OPERATOR_TOKEN");
    private static final TestRedis REDIS = TestRedis.own("--appendfsync", "always");

    private final Client http = new Client(SHAPE.root());
    private final Accounts people = new Accounts(http, SHAPE);

    @Deployment(testable = false)
    static Archive<?> widgetsWithErrands() {
        return Archives.widgetsWithErrands(
                SHAPE,
                "kernel.redis.url=" + REDIS.url() + "\nkernel.jobs.retry-delays=100ms\nkernel.database.url="
                        + TestServer.h2().newDatabase() + "\n");
    }

    @AfterAll
    static void end() {
        REDIS.close();
    }

    private String enqueue(String task, String payload) {
        return ok(http.post(ERRANDS + task, payload)).get("id").asText();
    }

    private static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode get(String path) {
        return ok(http.get(path, OPERATOR));
    }

    private JsonNode post(String path, String body) {
        return ok(http.post(path, body, OPERATOR));
    }

    private JsonNode await(String id, String status) {
        return Waiting.until(() -> get(JOBS + "/" + id), hasStatus(status));
    }

    private static Predicate<JsonNode> hasStatus(String status) {
        return job -> job.path("status").asText().equals(status);
    }

    private JsonNode queue(String name) {
        for (JsonNode queue : get(ADMIN + "/queues").get("items")) {
            if (queue.get("name").asText().equals(name)) {
                return queue;
            }
        }
        throw new AssertionError("There is no queue " + name);
    }

    @Test
    void aJobIsShownWithItsResultAndItsOwner() {
        JsonNode job = await(enqueue("chore.tell?user=ada", "{\"text\":\"tea\"}"), "done");
        assertThat(job.get("task").asText()).isEqualTo("chore.tell");
        assertThat(job.get("queue").asText()).isEqualTo("default");
        assertThat(job.get("priority").asText()).isEqualTo("normal");
        assertThat(job.get("attempts").asInt()).isEqualTo(1);
        assertThat(job.get("max_attempts").asInt()).isEqualTo(3);
        assertThat(job.get("user_id").asText()).isEqualTo("ada");
        assertThat(job.at("/result/text").asText()).isEqualTo("tea");
        assertThat(job.get("created_at").asText()).endsWith("Z");
        assertThat(job.get("finished_at").asText()).endsWith("Z");
    }

    /** Someone who is no admin: their id, and a token of theirs. */
    private record Person(String id, String token) {
        String bearer() {
            return Accounts.bearer(token);
        }
    }

    private Person someone() {
        String name = Accounts.unique("jobs.");
        people.register(name);
        String token = people.login(name).get("access_token").asText();
        return new Person(ok(people.get(Accounts.AUTH + "/me", token)).get("id").asText(), token);
    }

    @Test
    void nobodySeesOrStopsTheJobsOfOthers() {
        Person ann = someone();
        Person ben = someone();
        post(ADMIN + "/queues/errands/pause", "");
        try {
            String ofAnn = enqueue("errand.post?user=" + ann.id(), "{\"to\":\"a\",\"pages\":[]}");
            String ofBen = enqueue("errand.post?user=" + ben.id(), "{\"to\":\"b\",\"pages\":[]}");
            String ofNobody = enqueue("errand.post", "{\"to\":\"c\",\"pages\":[]}");

            for (String foreign : new String[] {ofAnn, ofNobody}) {
                assertThat(http.get(JOBS + "/" + foreign, ben.bearer()).status())
                        .isEqualTo(404);
                assertThat(http.post(JOBS + "/" + foreign + "/cancel", "", ben.bearer())
                                .status())
                        .isEqualTo(404);
                assertThat(get(JOBS + "/" + foreign).get("status").asText()).isEqualTo("waiting");
            }
            JsonNode list = ok(http.get(JOBS, ben.bearer()));
            assertThat(list.get("total").asInt()).isEqualTo(1);
            assertThat(list.at("/items/0/id").asText()).isEqualTo(ofBen);
            assertThat(http.get(ADMIN + "/dead", ben.bearer()).status()).isEqualTo(403);

            assertThat(ok(http.get(JOBS + "/" + ofBen, ben.bearer())).get("id").asText())
                    .isEqualTo(ofBen);
            assertThat(ok(http.post(JOBS + "/" + ofBen + "/cancel", "", ben.bearer()))
                            .get("outcome")
                            .asText())
                    .isEqualTo("cancelled");
        } finally {
            post(ADMIN + "/queues/errands/resume", "");
        }
    }

    @Test
    void theExampleAppsReportIsAJob() {
        String widget = "{\"name\":\"Gear\",\"unit_price\":3}";
        assertThat(http.post(SHAPE.app() + "/widgets", widget, OPERATOR).status())
                .isEqualTo(201);
        String reports = SHAPE.app() + "/widgets/reports";
        assertThat(http.post(reports, "{\"at_least\":3}").status()).isEqualTo(401);
        assertThat(http.post(reports, "{\"at_least\":-1}", OPERATOR).status()).isEqualTo(422);
        Answer accepted = http.post(reports, "{\"at_least\":3}", OPERATOR);
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
        JsonNode job = await(accepted.json().get("job_id").asText(), "done");
        assertThat(job.at("/result/widgets").asInt()).isPositive();
        assertThat(job.at("/result/cheapest").asInt()).isEqualTo(3);
        assertThat(job.get("user_id").asText()).isEqualTo("operator");
    }

    @Test
    void listsArePagesOfTheNewestFirstAndCanBeFiltered() {
        String first = enqueue("errand.post", "{\"to\":\"a\",\"pages\":[]}");
        String second = enqueue("errand.post", "{\"to\":\"b\",\"pages\":[]}");
        await(first, "done");
        await(second, "done");
        JsonNode page = get(JOBS + "?task=errand.post&status=done&queue=errands&limit=1");
        assertThat(page.get("items")).hasSize(1);
        assertThat(page.get("limit").asInt()).isEqualTo(1);
        assertThat(page.get("total").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(page.at("/items/0/id").asText()).isEqualTo(second);
        assertThat(get(JOBS + "?task=nothing").get("total").asInt()).isZero();
        Answer wrong = http.get(JOBS + "?status=sleeping", OPERATOR);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().at("/errors/0/field").asText()).isEqualTo("status");
    }

    @Test
    void whatWasGivenUpIsListedWithItsErrorAndCanBeTriedAgain() {
        String id = enqueue("chore.fail?attempts=1", "{\"text\":\"milk\"}");
        assertThat(await(id, "dead").get("error").asText()).contains("no milk today");
        assertThat(get(ADMIN + "/dead?task=chore.fail").toString()).contains(id);

        post(ADMIN + "/dead/" + id + "/retry", "");
        await(id, "dead");

        String all = ADMIN + "/queues/default/retry-dead";
        assertThat(post(all, "{}").get("jobs").asInt()).isPositive();
        assertThat(ok(http.send("POST", all, null, OPERATOR)).get("jobs").asInt())
                .isPositive();
        assertThat(post(all, "").get("jobs").asInt()).isPositive();
        assertThat(http.send("POST", all, new byte[] {'{', '}'}, OPERATOR, "Content-Type: text/plain")
                        .status())
                .isEqualTo(415);
        assertThat(await(id, "dead").get("status").asText()).isEqualTo("dead");
        JsonNode retried = post(all, "{\"confirm\":true}");
        assertThat(retried.get("confirmed").asBoolean()).isTrue();
        assertThat(retried.get("jobs").asInt()).isPositive();
        await(id, "dead");
        assertThat(http.post(ADMIN + "/dead/no-such-job/retry", "", OPERATOR).status())
                .isEqualTo(404);
    }

    @Test
    void whatWasGivenUpCanBeDiscarded() {
        String id = enqueue("chore.fail?attempts=1", "{\"text\":\"milk\"}");
        await(id, "dead");
        String discard = ADMIN + "/dead/" + id + "/discard";
        assertThat(post(discard, "").get("id").asText()).isEqualTo(id);
        assertThat(http.get(JOBS + "/" + id, OPERATOR).status()).isEqualTo(404);
        assertThat(get(ADMIN + "/dead").toString()).doesNotContain(id);
        assertThat(http.post(discard, "", OPERATOR).status()).isEqualTo(404);
    }

    @Test
    void aPausedQueueKeepsItsJobsAndOneThatWaitsIsCancelledAtOnce() {
        assertThat(post(ADMIN + "/queues/errands/pause", "").get("paused").asBoolean())
                .isTrue();
        String cancelled = enqueue("errand.post", "{\"to\":\"a\",\"pages\":[]}");
        String kept = enqueue("errand.post", "{\"to\":\"b\",\"pages\":[]}");
        assertThat(queue("errands").get("waiting").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(post(JOBS + "/" + cancelled + "/cancel", "").get("outcome").asText())
                .isEqualTo("cancelled");
        assertThat(get(JOBS + "/" + cancelled).get("status").asText()).isEqualTo("cancelled");
        assertThat(get(JOBS + "/" + kept).get("status").asText()).isEqualTo("waiting");
        assertThat(post(ADMIN + "/queues/errands/resume", "").get("paused").asBoolean())
                .isFalse();
        await(kept, "done");
        assertThat(http.post(JOBS + "/" + kept + "/cancel", "", OPERATOR).status())
                .isEqualTo(409);
    }

    @Test
    void aJobThatRunsIsAskedToEnd() {
        String id = enqueue("chore.wait", "{}");
        Waiting.until(
                () -> get(JOBS + "/" + id), job -> job.at("/progress/percent").asInt() == 30);
        assertThat(post(JOBS + "/" + id + "/cancel", "").get("outcome").asText())
                .isEqualTo("asked");
        await(id, "cancelled");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/queues/no-such-queue/pause", "/queues/no-such-queue/resume", "/queues/no-such-queue/retry-dead"
            })
    void aQueueThatIsNotThereIs404(String path) {
        assertThat(http.post(ADMIN + path, "{}", OPERATOR).status()).isEqualTo(404);
    }

    @Test
    void aJobThatIsNotThereIs404() {
        assertThat(http.get(JOBS + "/no-such-job", OPERATOR).status()).isEqualTo(404);
        assertThat(http.post(JOBS + "/no-such-job/cancel", "", OPERATOR).status())
                .isEqualTo(404);
    }

    @Test
    void nothingIsForAnonymousCallers() {
        for (String path : new String[] {JOBS, JOBS + "/1", ADMIN + "/queues", ADMIN + "/dead"}) {
            assertThat(http.get(path).status()).as(path).isEqualTo(401);
        }
        for (String path : new String[] {
            JOBS + "/1/cancel",
            ADMIN + "/dead/1/retry",
            ADMIN + "/dead/1/discard",
            ADMIN + "/queues/default/pause",
            ADMIN + "/queues/default/resume",
            ADMIN + "/queues/default/retry-dead"
        }) {
            assertThat(http.post(path, "").status()).as(path).isEqualTo(401);
        }
    }

    @Test
    void whileRedisIsAwayCallersAreToldToComeBackAndWhatWasAcceptedIsDoneAfterwards() {
        post(ADMIN + "/queues/errands/pause", "");
        String id = enqueue("errand.post", "{\"to\":\"ada\",\"pages\":[]}");
        REDIS.stop();
        try {
            for (String path : new String[] {JOBS, JOBS + "/" + id, ADMIN + "/queues", ADMIN + "/dead"}) {
                Answer refused = http.get(path, OPERATOR);
                assertThat(refused.status()).as(refused.text()).isEqualTo(503);
                assertThat(refused.header("Retry-After")).as(path).isNotEmpty();
            }
            assertThat(http.post(ERRANDS + "chore.tell", "{\"text\":\"tea\"}").status())
                    .isEqualTo(503);
            assertThat(http.get(SHAPE.app() + "/widgets").status()).isEqualTo(200);
        } finally {
            REDIS.start();
        }
        Waiting.until(
                () -> http.post(ADMIN + "/queues/errands/resume", "", OPERATOR).status(), status -> status == 200);
        await(id, "done");
    }
}
