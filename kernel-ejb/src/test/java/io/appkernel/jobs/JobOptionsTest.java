package io.appkernel.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.db.DatabaseKind;
import io.appkernel.migrations.TestDeployment;
import io.appkernel.queue.Enqueued;
import io.appkernel.queue.Priority;
import io.appkernel.queue.QueueState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What options do to a job, from the one who enqueues it to the handler. */
class JobOptionsTest {
    private final List<String> runs = new CopyOnWriteArrayList<>();

    @TempDir
    Path directory;

    private TestJobs node;

    @BeforeEach
    void open() {
        node = node(TestJobs.SETTINGS);
    }

    private TestJobs node(JobsSettings settings) {
        TestJobs opened = new TestJobs(TestDeployment.fresh(DatabaseKind.H2, directory), settings);
        opened.registry.register("note", String.class, (text, context) -> runs.add(text));
        return opened;
    }

    @AfterEach
    void close() {
        node.close();
    }

    private Enqueued enqueue(String text, JobOptions options) {
        return node.jobs.enqueue("note", text, options);
    }

    @Test
    void higherPrioritiesRunFirst() {
        node.close();
        // Of several threads one may stand still while the others overtake it.
        node = node(TestJobs.settings(1));
        int each = 40;
        List<String> expected = new ArrayList<>();
        for (Priority priority : List.of(Priority.LOW, Priority.NORMAL, Priority.HIGH)) {
            for (int i = 0; i < each; i++) {
                enqueue(priority.name() + i, JobOptions.standard().priority(priority));
            }
        }
        for (Priority priority : List.of(Priority.HIGH, Priority.NORMAL, Priority.LOW)) {
            for (int i = 0; i < each; i++) {
                expected.add(priority.name() + i);
            }
        }
        expected.add("end");
        String last =
                enqueue("end", JobOptions.standard().priority(Priority.LOW)).id();
        node.working();
        assertThat(node.await(last, QueueState.DONE).priority()).isEqualTo(Priority.LOW);
        assertThat(runs).containsExactlyElementsOf(expected);
    }

    @Test
    void aDelayedJobRunsWhenItsTimeHasCome() {
        node.working();
        Instant begin = Instant.now();
        Duration delay = Duration.ofSeconds(3);
        String id = enqueue("later", JobOptions.standard().delay(delay)).id();
        String now = enqueue("now", JobOptions.standard()).id();
        node.await(now, QueueState.DONE);
        Job waiting = node.jobs.get(id).orElseThrow();
        assertThat(waiting.state()).isEqualTo(QueueState.DELAYED);
        assertThat(waiting.runAt().orElseThrow())
                .isAfterOrEqualTo(begin.plus(delay).minusMillis(1));
        Job done = node.await(id, QueueState.DONE);
        assertThat(done.startedAt().orElseThrow())
                .isAfterOrEqualTo(begin.plus(delay).minusMillis(1));
        assertThat(runs).containsExactly("now", "later");
    }

    @Test
    void aUniqueKeyKeepsOthersOutUntilItsJobHasEnded() {
        JobOptions unique = JobOptions.standard().uniqueKey("report");
        Enqueued first = enqueue("first", unique);
        assertThat(first.isNew()).isTrue();
        assertThat(enqueue("second", unique)).isEqualTo(new Enqueued(first.id(), false));
        assertThat(enqueue("other", JobOptions.standard().uniqueKey("other")).isNew())
                .isTrue();
        node.working();
        node.await(first.id(), QueueState.DONE);
        Enqueued third = enqueue("third", unique);
        assertThat(third.isNew()).isTrue();
        node.await(third.id(), QueueState.DONE);
        assertThat(runs).contains("first", "third").doesNotContain("second");
    }

    @Test
    void theIdempotencyKeyIsTheSameInEveryAttempt() {
        List<String> keys = new CopyOnWriteArrayList<>();
        node.registry.register("retry", String.class, (text, context) -> {
            keys.add(context.idempotencyKey() + " " + context.attempt());
            if (context.attempt() < 3) {
                throw new IllegalStateException("again");
            }
            return null;
        });
        node.working();
        String id = node.jobs.enqueue("retry", "x").id();
        node.await(id, QueueState.DONE);
        assertThat(keys).containsExactly(id + " 1", id + " 2", id + " 3");
    }
}
