package io.appkernel.databases;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;

/** Chooses each server once and says what it chose. */
final class Servers {
    private static final System.Logger LOG = System.getLogger(Servers.class.getName());
    private static final Once H2 = new Once(H2Files::new);
    private static final Once POSTGRES = new Once(() -> choose(
            "TEST_POSTGRES_URL",
            GivenServer::postgres,
            ContainerServer::postgres,
            () -> new EmbeddedPostgresServer(false)));
    private static final Once DURABLE_POSTGRES = new Once(() -> new EmbeddedPostgresServer(true));
    private static final Once MARIADB = new Once(() ->
            choose("TEST_MARIADB_URL", GivenServer::mariadb, ContainerServer::mariadb, EmbeddedMariaDbServer::new));

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

    private static final class Once {
        private final Supplier<TestServer> maker;
        private @Nullable TestServer made;

        Once(Supplier<TestServer> maker) {
            this.maker = maker;
        }

        synchronized TestServer get() {
            if (made == null) {
                made = maker.get();
                LOG.log(System.Logger.Level.INFO, "Tests use {0}", made.title());
            }
            return made;
        }
    }
}
