package io.appkernel.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.appkernel.databases.TestRedis;
import io.appkernel.harness.Client.Answer;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs of an app, with handlers in its EJB jar and its WAR, enqueued in and outside of transactions. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class JobsIT {
    private static final Shape SHAPE = Shape.current();
    private static final String ERRANDS = SHAPE.app() + "/errands/";
    private static final String OPERATOR = "Authorization: Bearer " + System.getenv("KERNEL_OPERATOR_TOKEN");

    private final Client http = new Client(SHAPE.root());

    @Deployment(testable = false)
    static Archive<?> widgetsWithErrands() {
        TestRedis redis = TestRedis.shared();
        return Archives.widgetsWithErrands(
                SHAPE,
                "kernel.redis.url=" + redis.url() + "\nkernel.redis.key-prefix=" + redis.newPrefix()
                        + "\nkernel.jobs.retry-delays=100ms\n");
    }

    private String enqueue(String task, String payload, String... headers) {
        Answer answer = http.post(ERRANDS + "tasks/" + task, payload, headers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("id").asText();
    }

    private JsonNode await(String id, String state) {
        return Waiting.until(
                () -> http.get(ERRANDS + "jobs/" + id).json(),
                job -> job.path("state").asText().equalsIgnoreCase(state));
    }

    @Test
    void aHandlerInTheEjbJarSeesWhoEnqueuedAndWhatItReturnsIsKept() {
        String id = enqueue("chore.tell", "{\"text\":\"tea\"}", OPERATOR, "X-Request-ID: errand-17");
        JsonNode result = await(id, "DONE").get("result");
        assertThat(result.get("text").asText()).isEqualTo("tea");
        assertThat(result.get("attempt").asInt()).isEqualTo(1);
        assertThat(result.get("user").asText()).isEqualTo("operator");
        assertThat(result.get("request_id").asText()).isEqualTo("errand-17");
        assertThat(result.get("task_name").asText()).isEqualTo("chore.tell");
        assertThat(result.get("own_loader").asBoolean()).isTrue();
        assertThat(result.get("hand").asInt()).isEqualTo(5);
    }

    @Test
    void aHandlerInTheWarDoesJobsOfAQueueOfItsOwn() {
        JsonNode job = await(enqueue("errand.post", "{\"to\":\"Ada\",\"pages\":[\"one\",\"two\"]}"), "DONE");
        assertThat(job.get("queue").asText()).isEqualTo("errands");
        assertThat(job.at("/result/to").asText()).isEqualTo("ADA");
        assertThat(job.at("/result/pages")).hasSize(2);
    }

    @Test
    void anEjbMayHandleJobs() {
        JsonNode job = await(enqueue("chore.depot", "{\"text\":\"box\"}"), "DONE");
        assertThat(job.get("result").asText()).isEqualTo("box");
    }

    @Test
    void aJobThatFailsIsTriedAgainAndThenDeadWithItsError() {
        Answer answer = http.post(ERRANDS + "tasks/chore.fail?attempts=2", "{\"text\":\"milk\"}");
        JsonNode job = await(answer.json().get("id").asText(), "DEAD");
        assertThat(job.get("attempts").asInt()).isEqualTo(2);
        assertThat(job.get("error").asText()).contains("no milk today");
    }

    @Test
    void aTaskThatNobodyHandlesIsRefusedAndTheKnownOnesAreNamed() {
        Answer answer = http.post(ERRANDS + "tasks/chore.missing", "{}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.text()).contains("chore.missing", "chore.tell", "errand.post");
    }

    @Test
    void aTransactionalHandlerLeavesOnlyWhatItsLastAttemptDid() {
        String name = UUID.randomUUID().toString();
        JsonNode job = await(enqueue("chore.receipt", "{\"text\":\"" + name + "\"}"), "DONE");
        assertThat(job.get("attempts").asInt()).isEqualTo(2);
        assertThat(http.get(ERRANDS + "receipts/" + name).text()).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"container", "ejb", "facade"})
    void aJobOfATransactionIsDoneAfterItsCommitAndNeverWasAfterARollback(String way) {
        String kept = UUID.randomUUID().toString();
        String withdrawn = UUID.randomUUID().toString();
        assertThat(http.post(ERRANDS + "orders/" + way + "/" + withdrawn + "?fail=true", "")
                        .text())
                .isEqualTo("0");
        assertThat(http.post(ERRANDS + "orders/" + way + "/" + kept, "").text()).isEqualTo("1");
        await(kept, "DONE");
        assertThat(http.get(ERRANDS + "jobs/" + withdrawn).status()).isEqualTo(404);
    }

    @Test
    void aJobThatRunsTellsHowFarItIsAndCanBeCancelled() {
        String id = enqueue("chore.wait", "{}");
        Waiting.until(
                () -> http.get(ERRANDS + "jobs/" + id).json(),
                job -> job.at("/progress/percent").asInt() == 30);
        assertThat(http.post(ERRANDS + "jobs/" + id + "/cancel", "").text()).contains("ASKED");
        await(id, "CANCELLED");
        assertThat(http.post(ERRANDS + "jobs/" + id + "/cancel", "").text()).contains("TOO_LATE");
    }

    @Test
    void aRecurringTaskIsOnItsSchedule() {
        Waiting.until(() -> http.get(ERRANDS + "schedules/chore.nightly").text(), "true"::equals);
    }
}
