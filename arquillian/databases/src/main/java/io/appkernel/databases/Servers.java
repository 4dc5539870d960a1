package io.appkernel.databases;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;

/** Chooses each server once and says what it chose. */
final class Servers {
    private static final System.Logger LOG = System.getLogger(Servers.class.getName());
    private static final Once<TestServer> H2 = new Once<>(H2Files::new);
    private static final Once<TestServer> POSTGRES = new Once<>(() -> choose(
            "TEST_POSTGRES_URL",
            GivenServer::postgres,
            ContainerServer::postgres,
            () -> new EmbeddedPostgresServer(false)));
    private static final Once<TestServer> DURABLE_POSTGRES = new Once<>(() -> new EmbeddedPostgresServer(true));
    private static final Once<TestServer> MARIADB = new Once<>(() ->
            choose("TEST_MARIADB_URL", GivenServer::mariadb, ContainerServer::mariadb, EmbeddedMariaDbServer::new));
    private static final Once<StoppableServer> STOPPABLE_POSTGRES =
            new Once<>(() -> stoppable(POSTGRES.get(), () -> new EmbeddedPostgresServer(false)));
    private static final Once<StoppableServer> STOPPABLE_MARIADB =
            new Once<>(() -> stoppable(MARIADB.get(), EmbeddedMariaDbServer::new));

    private Servers() {}

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

    private static TestServer choose(
            String variable,
            Function<String, TestServer> given,
            Supplier<TestServer> container,
            Supplier<TestServer> embedded) {
        String url = System.getenv(variable);
        if (url != null && !url.isBlank()) {
            return given.apply(url.strip());
        }
        return DockerClientFactory.instance().isDockerAvailable() ? container.get() : embedded.get();
    }

    private static final class Once<S extends TestServer> {
        private final Supplier<S> maker;
        private @Nullable S made;

        Once(Supplier<S> maker) {
            this.maker = maker;
        }

        synchronized S get() {
            if (made == null) {
                made = maker.get();
                LOG.log(System.Logger.Level.INFO, "Tests use {0}", made.title());
            }
            return made;
        }
    }
}
