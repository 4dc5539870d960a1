package io.appkernel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.appkernel.breaker.Breaker;
import io.appkernel.log.KernelLog;
import io.appkernel.settings.Environment;
import io.appkernel.settings.NodeRole;
import io.appkernel.settings.NodeSettings;
import io.appkernel.settings.SecretText;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

class EmbeddedRedisTest {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @TempDir
    Path data;

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<Redis> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(Redis::close);
    }

    private Redis open(Environment environment, EmbeddedMode mode, String url) {
        NodeSettings node =
                new NodeSettings("test", "1", "", environment, NodeRole.ALL, "/api/v1", false, data, Optional.empty());
        RedisSettings settings = new RedisSettings(
                Optional.ofNullable(url).map(SecretText::new),
                "queue:",
                10,
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                mode);
        KernelLog log = KernelLog.to(lines::add);
        Redis redis =
                new Redis(new RedisChoice(settings, node, log).source(), settings, new Breaker(System::nanoTime), log);
        opened.add(redis);
        return redis;
    }

    private Redis open() {
        return open(Environment.DEV, EmbeddedMode.AUTO, null);
    }

    private EmbeddedNote note() {
        return EmbeddedNote.read(data.resolve("redis")).orElseThrow();
    }

    private ProcessHandle server() {
        return note().server().running().orElseThrow();
    }

    private void kill() {
        ProcessHandle server = server();
        server.destroyForcibly();
        server.onExit().join();
    }

    private static void set(Redis redis, String value) {
        redis.call(client -> client.set("k", value));
    }

    private static String get(Redis redis) {
        return redis.<String>call(client -> client.get("k"));
    }

    @Test
    void itStartsWithAWarningWhereNoRedisIsSetAndKeepsItsDataForTheNextDeployment() {
        Redis first = open();
        set(first, "kept");
        first.close();
        assertThat(note().server().running()).isEmpty();

        Redis second = open();

        assertThat(get(second)).isEqualTo("kept");
        assertThat(second.source().kind()).isEqualTo("embedded");
        assertThat(lines)
                .filteredOn(line -> line.contains("WARN"))
                .hasSize(2)
                .allMatch(line -> line.contains("USING AN EMBEDDED REDIS")
                        && line.contains(data.resolve("redis").toString()));
    }

    @Test
    void itStartsWhereTheRedisThatIsSetCannotBeReachedAndTheLogHoldsNoPassword() {
        Redis redis = open(Environment.TEST, EmbeddedMode.AUTO, "redis://:hunter2@127.0.0.1:1");

        assertThat(redis.<String>call(UnifiedJedis::ping)).isEqualTo("PONG");
        assertThat(lines).anyMatch(line -> line.contains("kernel.redis.url cannot be reached"));
        assertThat(lines)
                .noneMatch(line -> line.contains("hunter2")
                        || line.contains(note().password().reveal()));
    }

    @Test
    void itStartsNeitherInProdNorWhereItIsForbidden() {
        for (Redis redis : List.of(
                open(Environment.PROD, EmbeddedMode.AUTO, null),
                open(Environment.DEV, EmbeddedMode.NEVER, null),
                open(Environment.PROD, EmbeddedMode.AUTO, "redis://127.0.0.1:1"))) {
            RedisException none = catchThrowableOfType(RedisException.class, () -> redis.call(UnifiedJedis::ping));
            assertThat(none.retryAfter()).isPresent();
        }
        assertThat(data.resolve("redis")).doesNotExist();
    }

    @Test
    void strangersOnTheMachineDoNotGetIn() throws IOException {
        open();

        try (RedisClient stranger = RedisClient.create("redis://127.0.0.1:" + note().port())) {
            assertThat(catchThrowable(stranger::ping)).hasMessageContaining("NOAUTH");
        }
        assertThat(server().info().arguments().map(List::of).orElse(List.of()))
                .noneMatch(argument -> argument.contains(note().password().reveal()));
        for (String secret : List.of("redis.conf", "embedded.properties")) {
            assertThat(Files.getPosixFilePermissions(data.resolve("redis").resolve(secret)))
                    .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        }
    }

    @Test
    void twoDeploymentsShareItAndTheOneThatStaysTakesItOver() {
        Redis first = open();
        Redis second = open();
        set(first, "shared");
        assertThat(get(second)).isEqualTo("shared");
        int port = note().port();

        first.close();
        // The one whose call finds out starts it again.
        assertThat(catchThrowable(() -> get(second))).isInstanceOf(RedisException.class);

        assertThat(get(second)).isEqualTo("shared");
        assertThat(note().port()).isEqualTo(port);
    }

    @Test
    void ofManyThatStartAtOnceOneStartsIt() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Callable<EmbeddedRedis> opening = () -> EmbeddedRedis.open(data.resolve("redis"));
        List<EmbeddedRedis> all = new ArrayList<>();
        for (Future<EmbeddedRedis> one : threads.invokeAll(Collections.nCopies(4, opening))) {
            all.add(one.get());
        }
        threads.shutdown();

        assertThat(all).filteredOn(EmbeddedRedis::isOwn).hasSize(1);
        assertThat(all).extracting(EmbeddedRedis::url).containsOnly(note().url());
        all.forEach(EmbeddedRedis::close);
        assertThat(note().server().running()).isEmpty();
    }

    @Test
    void itIsStartedAgainWhenItWasKilled() {
        Redis redis = open();
        set(redis, "kept");
        kill();

        assertThat(catchThrowable(() -> get(redis))).isInstanceOf(RedisException.class);

        assertThat(get(redis)).isEqualTo("kept");
    }

    @Test
    void itEndsWithTheJvmThatStartedItHoweverThatEndsAndTheNextTakesItsData() throws Exception {
        Process keeper = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedKeeper.class.getName(),
                        data.resolve("redis").toString())
                .inheritIO()
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .start();
        Redis guest = whileItStarts(keeper);
        set(guest, "kept");
        ProcessHandle server = server();

        keeper.destroyForcibly().waitFor();
        Redis heir = open();

        assertThat(get(heir)).isEqualTo("kept");
        server.onExit().get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        assertThat(server().pid()).isNotEqualTo(server.pid());
    }

    private Redis whileItStarts(Process keeper) throws InterruptedException {
        File note = data.resolve("redis/embedded.properties").toFile();
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!note.exists()) {
            assertThat(keeper.waitFor(10, TimeUnit.MILLISECONDS)).isFalse();
            assertThat(System.nanoTime()).isLessThan(end);
        }
        return open();
    }

    @Test
    void whereItCannotStartTheLogSaysWhatToDoAndCallsAreTurnedAway() throws IOException {
        Files.writeString(data.resolve("redis"), "a file where the directory should be");

        Redis redis = open();

        assertThat(catchThrowable(() -> redis.call(UnifiedJedis::ping))).hasMessageContaining("REDIS_URL");
        assertThat(lines).anyMatch(line -> line.contains("NO REDIS") && line.contains("REDIS_URL"));
    }

    @Test
    void whereTheBinaryDoesNotRunTheLogSaysWhereTheReasonStands() throws IOException {
        Path directory = Files.createDirectories(data.resolve("redis"));
        Files.writeString(EmbeddedBinary.in(directory), "#!/bin/sh\necho no libssl here\nexit 127\n");

        Redis redis = open();

        assertThat(redis.source().kind()).isEqualTo("none");
        assertThat(lines).anyMatch(line -> line.contains("NO REDIS") && line.contains("redis.log"));
        assertThat(directory.resolve("redis.log")).hasContent("no libssl here");
    }
}
