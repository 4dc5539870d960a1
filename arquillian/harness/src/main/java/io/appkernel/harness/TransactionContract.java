package io.appkernel.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.appkernel.harness.Client.Answer;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pool in the server's own transactions, from a CDI bean, an EJB and the kernel's facade. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
abstract class TransactionContract {
    static final Shape SHAPE = Shape.current();

    private static final String BOOKS = SHAPE.app() + "/books/";
    private static final String OPERATOR = "Authorization: Bearer " + System.getenv("KERNEL_OPERATOR_TOKEN");

    private final Client http = new Client(SHAPE.root());

    /** Whether the pool is the kernel's own, which it measures. */
    boolean measured() {
        return true;
    }

    private JsonNode ok(String path) {
        Answer answer = http.get(BOOKS + path);
        assertThat(answer.status()).as(path + ": " + answer.text()).isEqualTo(200);
        return answer.json();
    }

    private void assertStayed(String work, int rows) {
        JsonNode outcome = ok("work/" + work);
        assertThat(outcome.get("thrown").asText()).as(work).isEqualTo("nothing");
        assertThat(outcome.get("rows").asInt()).as(work).isEqualTo(rows);
    }

    private void assertUndone(String work) {
        JsonNode outcome = ok("work/" + work);
        assertThat(outcome.get("thrown").asText()).as(work).isNotEqualTo("nothing");
        assertThat(outcome.get("rows").asInt()).as(work).isZero();
    }

    @Test
    void whatWasDoneStays() {
        assertStayed("plain", 1);
        assertStayed("clerk", 1);
        assertStayed("ledger", 1);
        assertStayed("db", 2);
    }

    @Test
    void anExceptionUndoesWhatBeanAndEjbDidTogether() {
        assertUndone("clerk-fails");
        assertUndone("ledger-fails");
        assertUndone("db-fails");
        assertThat(ok("work/db-fails").get("thrown").asText()).isEqualTo("IOException");
    }

    @Test
    void aTransactionMarkedForRollbackLeavesNothing() {
        assertThat(ok("work/ledger-marks").get("rows").asInt()).isZero();
    }

    /** A container that commits a marked transaction rolls it back without a word; the facade itself would say so. */
    @Test
    void failedWorkOfTheFacadeDoomsTheTransactionItJoined() {
        assertThat(ok("work/swallowed").get("rows").asInt()).isZero();
    }

    @Test
    void aTransactionOfItsOwnStaysWhenTheOneAroundItGoes() {
        JsonNode outcome = ok("work/anew");
        assertThat(outcome.get("thrown").asText()).isNotEqualTo("nothing");
        assertThat(outcome.get("rows").asInt()).isEqualTo(1);
    }

    @Test
    void oneTransactionIsOneConnectionAndAnotherTransactionIsAnother() {
        JsonNode sessions = ok("sessions");
        long first = sessions.get(0).asLong();
        assertThat(sessions.get(1).asLong()).as("the EJB's").isEqualTo(first);
        assertThat(sessions.get(2).asLong()).as("the facade's").isEqualTo(first);
        assertThat(sessions.get(3).asLong()).as("REQUIRES_NEW").isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clerk-loses", "ledger-loses", "db-loses"})
    void aCommitThatFailsReachesTheCaller(String work) {
        assertUndone(work);
    }

    @Test
    void outsideOfATransactionAConnectionCommitsByItself() {
        JsonNode autocommit = ok("autocommit");
        assertThat(autocommit.get(0).asBoolean()).isTrue();
        assertThat(autocommit.get(1).asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"db", "clerk", "plain"})
    void theSameKeyTwiceIsAConflictWithoutSql(String way) {
        Answer answer = http.get(BOOKS + "conflict/" + way);
        assertThat(answer.status()).as(answer.text()).isEqualTo(409);
        assertThat(answer.json().get("detail").asText())
                .containsIgnoringCase("entries.id")
                .doesNotContain("INSERT");
    }

    @Test
    void aConnectionThatBreaksUnderPlainJdbcIsAskedForAgainLater() {
        Answer answer = http.get(BOOKS + "broken");
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.text()).doesNotContain("INSERT", "SQL");
        assertStayed("plain", 1);
    }

    @Test
    void theDatabaseIsReadyAndMeasured() {
        Answer ready = http.get("/readyz", OPERATOR);
        assertThat(ready.status()).as(ready.text()).isEqualTo(200);
        assertThat(ready.text()).contains("\"database\"", "\"breaker\"");
        String page = http.get("/metrics", OPERATOR).text();
        assertThat(page).contains("database_breaker_open", "database_retries_total");
        if (measured()) {
            assertThat(page).contains("database_pool_active", "database_pool_acquisition_seconds_count");
        }
    }
}
