package io.appkernel.databases;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import redis.clients.jedis.RedisClient;

/** Chooses each server once and says what it chose. */
final class Servers {
    private static final System.Logger LOG = System.getLogger(Servers.class.getName());
    private static final Once<TestServer> H2 = server(H2Files::new);
    private static final Once<TestServer> POSTGRES = server(() -> choose(
            "TEST_POSTGRES_URL",
            GivenServer::postgres,
            ContainerServer::postgres,
            () -> new EmbeddedPostgresServer(false)));
    private static final Once<TestServer> DURABLE_POSTGRES = server(() -> new EmbeddedPostgresServer(true));
    private static final Once<TestServer> MARIADB = server(() ->
            choose("TEST_MARIADB_URL", GivenServer::mariadb, ContainerServer::mariadb, EmbeddedMariaDbServer::new));
    private static final Once<StoppableServer> STOPPABLE_POSTGRES =
            new Once<>(() -> stoppable(POSTGRES.get(), () -> new EmbeddedPostgresServer(false)), TestServer::title);
    private static final Once<StoppableServer> STOPPABLE_MARIADB =
            new Once<>(() -> stoppable(MARIADB.get(), EmbeddedMariaDbServer::new), TestServer::title);

    private static final Once<TestRedis> REDIS = new Once<>(
            () -> choose(
                    "TEST_REDIS_URL",
                    GivenRedis::named,
                    GivenRedis::inContainer,
                    () -> EmbeddedRedisServer.start(List.of())),
            TestRedis::title);

    private Servers() {}

    private static Once<TestServer> server(Supplier<TestServer> maker) {
        return new Once<>(maker, TestServer::title);
    }

    static TestRedis redis() {
        return REDIS.get();
    }

    /** What a Redis says of itself. */
    static String redisVersion(String url) {
        try (RedisClient client = RedisClient.create(url)) {
            return client.info("server")
                    .lines()
                    .filter(line -> line.startsWith("redis_version:"))
                    .findFirst()
                    .map(line -> "Redis " + line.substring("redis_version:".length()))
                    .orElse("Redis");
        }
    }

    static TestServer h2() {
        return H2.get();
    }

    static TestServer postgres() {
        return POSTGRES.get();
    }

    static TestServer durablePostgres() {
        return DURABLE_POSTGRES.get();
    }

    static TestServer mariadb() {
        return MARIADB.get();
    }

    static StoppableServer stoppablePostgres() {
        return STOPPABLE_POSTGRES.get();
    }

    static StoppableServer stoppableMariadb() {
        return STOPPABLE_MARIADB.get();
    }

    /** The one that all tests share, unless somebody else runs it; a container would come back on another port. */
    private static StoppableServer stoppable(TestServer shared, Supplier<StoppableServer> own) {
        return shared instanceof StoppableServer stoppable ? stoppable : own.get();
    }

    private static <T> T choose(
            String variable,
            Function<String, ? extends T> given,
            Supplier<? extends T> container,
            Supplier<? extends T> embedded) {
        String url = System.getenv(variable);
        if (url != null && !url.isBlank()) {
            return given.apply(url.strip());
        }
        return DockerClientFactory.instance().isDockerAvailable() ? container.get() : embedded.get();
    }

    private static final class Once<T> {
        private final Supplier<T> maker;
        private final Function<? super T, String> title;
        private @Nullable T made;

        Once(Supplier<T> maker, Function<? super T, String> title) {
            this.maker = maker;
            this.title = title;
        }

        synchronized T get() {
            if (made == null) {
                made = maker.get();
                LOG.log(System.Logger.Level.INFO, "Tests use {0}", title.apply(made));
            }
            return made;
        }
    }
}
