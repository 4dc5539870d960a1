package io.appkernel.db;

import jakarta.transaction.RollbackException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Transactions without a server: each is a connection that its thread keeps until the end. */
final class LocalTransactions implements Transactions {
    private static final System.Logger LOG = System.getLogger(LocalTransactions.class.getName());

    private final DataSource dataSource;
    private final ThreadLocal<@Nullable Local> current = new ThreadLocal<>();

    private static final class Local {
        private final Connection connection;
        private final List<Runnable> afterCommit = new ArrayList<>();
        private boolean doomed;

        Local(Connection connection) {
            this.connection = connection;
        }
    }

    LocalTransactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public boolean active() {
        return current.get() != null;
    }

    @Override
    public void begin() throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        current.set(new Local(connection));
    }

    @Override
    public void commit() throws SQLException, RollbackException {
        Local local = taken();
        try (Connection connection = local.connection) {
            if (local.doomed) {
                connection.rollback();
                throw new RollbackException("A step asked for the transaction to be rolled back");
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
        local.afterCommit.forEach(LocalTransactions::tell);
    }

    /** What is committed cannot fail any more. */
    private static void tell(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "What follows on a commit failed", e);
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        Optional.ofNullable(current.get()).ifPresent(local -> local.afterCommit.add(action));
    }

    @Override
    public void rollback() throws SQLException {
        try (Connection connection = taken().connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Override
    public void doom() {
        Local local = current.get();
        if (local != null) {
            local.doomed = true;
        }
    }

    @Override
    public Optional<Connection> bound() {
        return Optional.ofNullable(current.get()).map(local -> local.connection);
    }

    private Local taken() {
        Local local = current.get();
        if (local == null) {
            throw new IllegalStateException("This thread is in no transaction");
        }
        current.remove();
        return local;
    }
}
