package io.appkernel.databases;

/** A server that somebody else runs. Databases made there stay. */
record GivenServer(String url, String create, String origin) implements TestServer {
    static TestServer postgres(String url) {
        return new GivenServer(url, "CREATE DATABASE %s", "TEST_POSTGRES_URL");
    }

    static TestServer mariadb(String url) {
        return new GivenServer(url, EmbeddedMariaDbServer.CREATE, "TEST_MARIADB_URL");
    }

    @Override
    public String title() {
        return Admin.version(url) + " (given by " + origin + ")";
    }

    @Override
    public String newDatabase() {
        String name = Admin.newName();
        Admin.run(url, String.format(create, name));
        return Admin.withDatabase(url, name);
    }
}
