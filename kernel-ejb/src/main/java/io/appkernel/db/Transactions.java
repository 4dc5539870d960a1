package io.appkernel.db;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Where transactions begin and end: at the server, or, without one, at a connection. Thread-safe. */
interface Transactions {
    /** Whether this thread is in a transaction, whoever began it. */
    boolean active();

    void begin() throws SQLException, SystemException, NotSupportedException;

    /** Ends the transaction in any case; throws when it did not take effect. */
    void commit()
            throws SQLException, SystemException, RollbackException, HeuristicMixedException,
                    HeuristicRollbackException;

    void rollback() throws SQLException, SystemException;

    /** The transaction can no longer commit. */
    void doom() throws SystemException;

    /** Does something when the transaction that is active has committed. */
    void afterCommit(Runnable action);

    /** The connection that is this thread's transaction; empty where the pool itself knows which one that is. */
    Optional<Connection> bound();
}
