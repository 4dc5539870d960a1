package io.appkernel.db;

import io.appkernel.db.SqlFailure.Kind;
import io.appkernel.errors.Causes;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.errors.StaleException;
import io.appkernel.errors.Violations;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.validation.ConstraintViolationException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Work on the database, all or nothing. To inject. Thread-safe.
 *
 * <pre>{@code
 * Order order = db.inTransaction(() -> {
 *     stock.take(line);
 *     return orders.place(line);
 * });
 * }</pre>
 */
public final class Db {
    private final Database database;
    private final Transactions transactions;
    private final Backoff backoff;

    /** Transactions of the container the database's pool takes part in, or else of single connections. */
    public Db(Database database) {
        this(database, Backoff.real());
    }

    Db(Database database, Backoff backoff) {
        this.database = database;
        this.backoff = backoff;
        this.transactions = database.jta()
                .<Transactions>map(jta -> jta)
                .orElseGet(() -> new LocalTransactions(database.dataSource()));
    }

    /** Work with an answer. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run() throws E, SQLException;
    }

    /** Work without an answer. */
    @FunctionalInterface
    public interface Task<E extends Exception> {
        void run() throws E, SQLException;
    }

    /** Work on a connection, which it must not close. */
    @FunctionalInterface
    public interface ConnectionWork<T, E extends Exception> {
        T run(Connection connection) throws E, SQLException;
    }

    /** Work on a connection, which it must not close, without an answer. */
    @FunctionalInterface
    public interface ConnectionTask<E extends Exception> {
        void run(Connection connection) throws E, SQLException;
    }

    /**
     * Does the work in the transaction the caller is in, or in one of its own. Whatever the work throws, checked or
     * not, is thrown on and nothing of it stays, nor of the caller's transaction; a plain {@code SQLException} becomes
     * a {@link DatabaseException}. A transaction of its own is done again, up to three times, when the database was lost
     * or undid it in favour of another: the work must then bear to be repeated, so mail and the like belong after it.
     */
    @SuppressWarnings("overloads") // A lambda without parameters is one or the other.
    public <T, E extends Exception> T inTransaction(Work<T, E> work) throws E {
        return transactions.active() ? joined(work) : repeated(work);
    }

    /** The same without an answer. */
    @SuppressWarnings("overloads")
    public <E extends Exception> void inTransaction(Task<E> task) throws E {
        Work<Boolean, E> work = () -> {
            task.run();
            return true;
        };
        inTransaction(work);
    }

    /**
     * Does the work on the connection of the transaction the caller is in; outside of one, on a connection where every
     * statement commits by itself. A {@code SQLException} becomes a {@link DatabaseException}. Nothing is done twice.
     */
    public <T, E extends Exception> T withConnection(ConnectionWork<T, E> work) throws E {
        try {
            Optional<Connection> bound = transactions.bound();
            if (bound.isPresent()) {
                return work.run(bound.get());
            }
            try (Connection connection = database.dataSource().getConnection()) {
                return work.run(connection);
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** The same without an answer. */
    public <E extends Exception> void useConnection(ConnectionTask<E> task) throws E {
        ConnectionWork<Boolean, E> work = connection -> {
            task.run(connection);
            return true;
        };
        withConnection(work);
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Runs a statement with its values as {@link #withConnection} does; answers how many rows it changed. */
    public int update(String sql, @Nullable Object... values) {
        return withConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(statement, values);
                return statement.executeUpdate();
            }
        });
    }

    /** What a query with its values answers, read row by row. */
    public <T> List<T> rows(String sql, RowReader<T> reader, @Nullable Object... values) {
        return withConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(statement, values);
                List<T> rows = new ArrayList<>();
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        rows.add(reader.read(result));
                    }
                }
                return rows;
            }
        });
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /**
     * Does something when the caller's transaction has committed, and never when it did not; at once outside of one. What
     * it throws reaches nobody: it is for telling others, not for work. It must not use the database on this thread.
     */
    public void afterCommit(Runnable action) {
        if (transactions.active()) {
            transactions.afterCommit(action);
        } else {
            action.run();
        }
    }

    /** Whether the caller is in a transaction. */
    public boolean isInTransaction() {
        return transactions.active();
    }

    /** What an exception of the driver means, to be thrown instead of it. */
    public DatabaseException failure(SQLException e) {
        SqlFailure failure = database.dialect().failure(e);
        if (failure.kind() == Kind.CONNECTION && !(e instanceof NoConnection)) {
            database.forgetIdleConnections();
        }
        return DatabaseException.of(failure, e);
    }

    /**
     * What an exception means to a caller, wherever among its causes the reason stands: a broken constraint, a row that
     * others have changed, or what the driver says. Empty when it is about none of these.
     */
    public Optional<KernelException> explained(Throwable thrown) {
        return Causes.first(thrown, this::meaning);
    }

    private Optional<KernelException> meaning(Throwable thrown) {
        if (thrown instanceof KernelException known) {
            return Optional.of(known);
        }
        if (thrown instanceof ConstraintViolationException invalid) {
            return Violations.explained(invalid);
        }
        if (thrown instanceof OptimisticLockException
                || thrown instanceof org.eclipse.persistence.exceptions.OptimisticLockException) {
            return Optional.of(new StaleException(thrown));
        }
        return thrown instanceof SQLException sql ? Optional.of(failure(sql)) : Optional.empty();
    }

    private <T, E extends Exception> T joined(Work<T, E> work) throws E {
        boolean done = false;
        try {
            T result = work.run();
            done = true;
            return result;
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            if (!done) {
                doom();
            }
        }
    }

    private void doom() {
        try {
            transactions.doom();
        } catch (SystemException e) {
            throw new IllegalStateException("The server does not let its transaction be rolled back", e);
        }
    }

    private <T, E extends Exception> T repeated(Work<T, E> work) throws E {
        for (int retry = 1; ; retry++) {
            try {
                return once(work);
            } catch (NotCommitted e) {
                if (!e.isUndone() || !again(retry)) {
                    throw e.explained();
                }
            } catch (SQLException e) {
                DatabaseException explained = failure(e);
                if (!isWorthRetrying(e) || !again(retry)) {
                    throw explained;
                }
            } catch (Exception e) {
                if (!isWorthRetrying(e) || !again(retry)) {
                    throw Db.<E>thrown(e);
                }
            }
        }
    }

    private boolean again(int retry) {
        boolean again = backoff.await(retry);
        if (again) {
            database.countRetry();
        }
        return again;
    }

    private <T, E extends Exception> T once(Work<T, E> work) throws E, SQLException, NotCommitted {
        begin();
        T result;
        try {
            result = work.run();
        } catch (Throwable e) {
            rollback(e);
            throw e;
        }
        commit();
        return result;
    }

    private void begin() throws SQLException {
        try {
            transactions.begin();
        } catch (SystemException | NotSupportedException e) {
            throw new IllegalStateException("The server does not begin a transaction", e);
        }
    }

    private void rollback(Throwable why) {
        try {
            transactions.rollback();
        } catch (SQLException | SystemException | RuntimeException e) {
            why.addSuppressed(e);
        }
    }

    private void commit() throws NotCommitted {
        try {
            transactions.commit();
        } catch (SQLException
                | SystemException
                | RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException
                | RuntimeException e) {
            throw new NotCommitted(e);
        }
    }

    private boolean isWorthRetrying(Exception e) {
        Optional<NoConnection> none = Causes.first(e, NoConnection.class);
        if (none.isPresent()) {
            return none.get().again();
        }
        return Causes.first(e, SQLException.class)
                .filter(sql -> database.dialect().failure(sql).kind().isTransient())
                .isPresent();
    }

    /** The work throws nothing else but this and what is unchecked. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Exception> E thrown(Exception e) {
        return (E) e;
    }

    /** The work was done and the end of its transaction failed. */
    private final class NotCommitted extends Exception {
        private static final long serialVersionUID = 1L;

        private final Exception failure;

        NotCommitted(Exception failure) {
            super(failure);
            this.failure = failure;
        }

        /** A connection that broke while committing leaves open what came of it, so it must not be done again. */
        boolean isUndone() {
            return Causes.first(failure, SQLException.class)
                    .map(sql -> database.dialect().failure(sql).kind())
                    .filter(kind -> kind == Kind.SERIALIZATION || kind == Kind.LOCKED)
                    .isPresent();
        }

        KernelException explained() {
            KernelException meant = Db.this
                    .explained(failure)
                    .orElseGet(() -> new KernelException(
                            ErrorCode.UNAVAILABLE,
                            "The transaction was rolled back: a step in it failed or asked for it, or it took too long.",
                            List.of(),
                            failure));
            return meant instanceof DatabaseException database
                            && database.failure().kind() == Kind.CONNECTION
                    ? new DatabaseException(
                            database.failure(),
                            "The connection to the database broke at the last moment: look whether the change was made"
                                    + " before you try again.",
                            failure)
                    : meant;
        }
    }
}
