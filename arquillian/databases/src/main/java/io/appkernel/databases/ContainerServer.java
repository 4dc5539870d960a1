package io.appkernel.databases;

import org.testcontainers.containers.JdbcDatabaseContainer;
import org.testcontainers.mariadb.MariaDBContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A server in a container, which Testcontainers removes. */
record ContainerServer(JdbcDatabaseContainer<?> container, String url, String create) implements TestServer {
    static TestServer postgres() {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:17-alpine");
        container.start();
        return new ContainerServer(container, url(container, container.getUsername()), "CREATE DATABASE %s");
    }

    static TestServer mariadb() {
        MariaDBContainer container = new MariaDBContainer("mariadb:11.4");
        container.start();
        return new ContainerServer(container, url(container, "root"), EmbeddedMariaDbServer.CREATE);
    }

    private static String url(JdbcDatabaseContainer<?> container, String user) {
        String url = container.getJdbcUrl();
        return url + (url.contains("?") ? "&" : "?") + "user=" + user + "&password=" + container.getPassword();
    }

    @Override
    public String title() {
        return Admin.version(url) + " (container)";
    }

    @Override
    public String newDatabase() {
        String name = Admin.newName();
        Admin.run(url, String.format(create, name));
        return Admin.withDatabase(url, name);
    }
}
