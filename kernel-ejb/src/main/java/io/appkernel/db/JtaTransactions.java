package io.appkernel.db;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The server's transactions, which the pool takes part in. */
final class JtaTransactions implements Transactions {
    private final TransactionManager manager;
    private final DataSource dataSource;

    JtaTransactions(TransactionManager manager, DataSource dataSource) {
        this.manager = manager;
        this.dataSource = dataSource;
    }

    @Override
    public boolean active() {
        return status() != Status.STATUS_NO_TRANSACTION;
    }

    @Override
    public void begin() throws SystemException, NotSupportedException {
        manager.begin();
    }

    @Override
    public void commit()
            throws SystemException, RollbackException, HeuristicMixedException, HeuristicRollbackException {
        if (status() == Status.STATUS_MARKED_ROLLBACK) {
            manager.rollback();
            throw new RollbackException("A step asked for the transaction to be rolled back");
        }
        try {
            manager.commit();
        } finally {
            if (active()) {
                manager.rollback(); // A commit that failed must not leave its transaction on a pooled thread.
            }
        }
    }

    @Override
    public void rollback() throws SystemException {
        if (active()) {
            manager.rollback();
        }
    }

    @Override
    public void doom() throws SystemException {
        if (status() == Status.STATUS_ACTIVE) {
            manager.setRollbackOnly();
        }
    }

    @Override
    public Connection connection() throws SQLException {
        return dataSource.getConnection();
    }

    @Override
    public void release(Connection connection) throws SQLException {
        connection.close();
    }

    private int status() {
        try {
            return manager.getStatus();
        } catch (SystemException e) {
            throw new IllegalStateException("The server's transaction manager does not answer", e);
        }
    }
}
