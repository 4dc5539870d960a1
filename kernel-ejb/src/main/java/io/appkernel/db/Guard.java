package io.appkernel.db;

import io.appkernel.breaker.Breaker;
import io.appkernel.log.KernelLog;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Stands before a pool with the circuit breaker. Every failure to get a connection becomes a {@link NoConnection}. A
 * proxy, for a class of its own would have to speak of {@code java.util.logging}. Thread-safe.
 */
final class Guard implements InvocationHandler {
    private final DataSource pool;
    private final Dialect dialect;
    private final Breaker breaker;
    private final KernelLog log;

    private Guard(DataSource pool, Dialect dialect, Breaker breaker, KernelLog log) {
        this.pool = pool;
        this.dialect = dialect;
        this.breaker = breaker;
        this.log = log;
    }

    static DataSource before(DataSource pool, Dialect dialect, Breaker breaker, KernelLog log) {
        return (DataSource) Proxy.newProxyInstance(
                Guard.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                new Guard(pool, dialect, breaker, log));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (arguments == null && method.getName().equals("getConnection")) {
            return connection();
        }
        try {
            return method.invoke(pool, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private Connection connection() throws SQLException {
        Optional<Duration> refusal = breaker.refusal();
        if (refusal.isPresent()) {
            throw NoConnection.breakerOpen(refusal.get());
        }
        boolean decided = false;
        try {
            Connection connection = pool.getConnection();
            breaker.succeeded();
            decided = true;
            return connection;
        } catch (SQLException e) {
            if (!dialect.failure(e).kind().isTransient()) {
                throw NoConnection.noneFree(e);
            }
            decided = true;
            failed(e);
            throw NoConnection.unreachable(e);
        } finally {
            if (!decided) {
                breaker.undecided();
            }
        }
    }

    private void failed(SQLException e) {
        switch (breaker.failed()) {
            case FIRST -> log.warn("no connection to the database", e);
            case OPENING ->
                log.error(
                        "the database cannot be reached; callers are turned away until it answers again",
                        e,
                        "failures",
                        Breaker.FAILURES);
            case FURTHER -> {}
        }
    }
}
