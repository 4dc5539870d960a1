package io.appkernel.db;

import io.agroal.api.AgroalDataSource;
import io.appkernel.breaker.Breaker;
import io.appkernel.log.KernelLog;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;

/**
 * The application's database: which kind it is and the pool to it. Inside a transaction of the container every
 * connection of the pool is one and the same; outside, each is its own and commits by itself. To inject. Thread-safe.
 */
public final class Database {
    private final DatabaseKind kind;
    private final DataSource dataSource;
    private final Dialect dialect;
    private final Breaker breaker;
    private final Optional<JtaTransactions> jta;
    private final Optional<AgroalDataSource> pool;
    private final LongAdder retries = new LongAdder();

    /** A database whose pool somebody else closes and no container's transaction covers: for tests. */
    public Database(DatabaseKind kind, DataSource dataSource) {
        this(kind, dataSource, Optional.empty(), new Breaker(System::nanoTime), KernelLog.to(line -> {}));
    }

    Database(DatabaseKind kind, DataSource connections, Optional<JtaTransactions> jta, Breaker breaker, KernelLog log) {
        this.kind = kind;
        this.dialect = Dialect.of(kind);
        this.breaker = breaker;
        this.jta = jta;
        this.pool = connections instanceof AgroalDataSource ours ? Optional.of(ours) : Optional.empty();
        this.dataSource = Guard.before(connections, dialect, breaker, log);
    }

    public DatabaseKind kind() {
        return kind;
    }

    /** Its {@code getConnection} waits for no longer than a few seconds, and not at all while the breaker is open. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** How this kind of database wants its SQL. */
    public Dialect dialect() {
        return dialect;
    }

    /** The server's registry of what happens around its transactions; empty without a server. */
    public Optional<TransactionSynchronizationRegistry> transactions() {
        return jta.map(JtaTransactions::registry);
    }

    Breaker breaker() {
        return breaker;
    }

    Optional<JtaTransactions> jta() {
        return jta;
    }

    /** The pool, where it is the kernel's own. */
    Optional<AgroalDataSource> pool() {
        return pool;
    }

    /** One connection turned out to be dead: those that wait in the pool most likely are, too. */
    void forgetIdleConnections() {
        pool.ifPresent(ours -> ours.flush(AgroalDataSource.FlushMode.IDLE));
    }

    /** Whether a connection can be had and answers, within the timeouts of the pool and the given seconds. */
    boolean answers(int seconds) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            return connection.isValid(seconds);
        }
    }

    void countRetry() {
        retries.increment();
    }

    /** How often work was done again. */
    long retries() {
        return retries.sum();
    }

    void close() {
        pool.ifPresent(AgroalDataSource::close);
    }
}
