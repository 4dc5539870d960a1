package io.appkernel.db;

/** What every feature has to know of one kind of database to write SQL for it. One subclass a kind. Stateless. */
public abstract class Dialect {
    Dialect() {}

    static Dialect of(DatabaseKind kind) {
        return switch (kind) {
            case H2 -> new H2Dialect();
            case POSTGRESQL -> new PostgresDialect();
            case MYSQL, MARIADB -> new MariaDbDialect();
            case SQLITE ->
                throw new IllegalArgumentException("SQLite is not built yet; leave the URL out for the"
                        + " embedded default, or name a PostgreSQL, MySQL or MariaDB server");
        };
    }

    /** The name as an identifier, exactly as it is spelt, whatever it contains. */
    public String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** The longest name the database tells from another, in characters of ASCII. */
    public abstract int longestName();
}
