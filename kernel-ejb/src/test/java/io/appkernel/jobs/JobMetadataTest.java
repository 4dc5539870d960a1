package io.appkernel.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.db.DatabaseKind;
import io.appkernel.migrations.TestDeployment;
import io.appkernel.queue.QueueState;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an application calls its metadata, its jobs are listed and done. */
class JobMetadataTest {
    @TempDir
    Path directory;

    private TestDeployment deployment;
    private TestJobs node;

    @BeforeEach
    void open() {
        deployment = TestDeployment.fresh(DatabaseKind.H2, directory);
        node = new TestJobs(deployment);
        node.registry.register("echo", Map.class, (payload, context) -> List.of(payload, context.metadata()));
    }

    @AfterEach
    void close() {
        node.close();
    }

    private List<Job> listed() {
        return node.jobs.newest(Optional.empty(), job -> true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payload",
                ",\"payload\":",
                "\"payload\":",
                "a\\\",\"payload",
                "a\"payload",
                "\\u0070ayload",
                "result",
                "outbox",
                "success",
                "at"
            })
    void aJobIsListedWithItsMetadataBeforeAndAfterItIsDone(String name) {
        Map<String, String> payload = Map.of("payload", ",\"payload\":1", "metadata", name);
        Map<String, String> metadata = new HashMap<>(Map.of(name, "one", "z", ",\"" + name + "\":"));
        for (int i = 0; i < 20; i++) {
            metadata.put("k" + i, name);
        }
        JobOptions options = JobOptions.standard();
        for (Map.Entry<String, String> one : metadata.entrySet()) {
            options = options.metadata(one.getKey(), one.getValue());
        }
        String id = node.jobs.enqueue("echo", payload, options).id();
        assertThat(listed()).extracting(Job::metadata).containsExactly(metadata);

        node.working();
        assertThat(node.await(id, QueueState.DONE).result()).isEqualTo(List.of(payload, metadata));
        assertThat(listed()).extracting(Job::metadata).containsExactly(metadata);
    }

    @Test
    void aJobOfAnEarlierReleaseWhoseMetadataHadAPayloadIsListedWithoutIt() {
        String id = node.jobs
                .enqueue(
                        "echo",
                        Map.of("a", 1),
                        JobOptions.standard().metadata("a", "b").metadata("payload", "x"))
                .id();
        String key = deployment.prefix() + "{default}:j:" + id;
        node.redis.<String>call(client -> client.set(key, client.get(key).replace("\\u0070ayload", "payload")));
        assertThat(listed()).extracting(Job::id).containsExactly(id);
        assertThat(node.jobs.get(id).orElseThrow().task()).isEqualTo("echo");

        node.working();
        node.await(id, QueueState.DONE);
        assertThat(listed()).extracting(Job::id).containsExactly(id);
    }
}
