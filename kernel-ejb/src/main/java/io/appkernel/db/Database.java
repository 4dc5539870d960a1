package io.appkernel.db;

import javax.sql.DataSource;

/**
 * The application's database: which kind it is and the pool to it. Inside a transaction of the container every
 * connection of the pool is one and the same; outside, each is its own and commits by itself. To inject. Thread-safe.
 */
public final class Database {
    private final DatabaseKind kind;
    private final DataSource dataSource;
    private final Dialect dialect;

    /** A database whose pool somebody else closes. */
    public Database(DatabaseKind kind, DataSource dataSource) {
        this.kind = kind;
        this.dataSource = dataSource;
        this.dialect = Dialect.of(kind);
    }

    public DatabaseKind kind() {
        return kind;
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** How this kind of database wants its SQL. */
    public Dialect dialect() {
        return dialect;
    }
}
