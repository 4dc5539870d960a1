package io.appkernel.db;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.naming.NoInitialContextException;

/** The server's transactions, which the pool takes part in. */
record JtaTransactions(
        TransactionManager manager, TransactionSynchronizationRegistry registry, Optional<UserTransaction> user)
        implements Transactions {
    private static final List<String> MANAGERS =
            List.of("java:appserver/TransactionManager", "java:jboss/TransactionManager");
    private static final List<String> USERS = List.of("java:comp/UserTransaction");
    private static final List<String> REGISTRIES = List.of(
            "java:comp/TransactionSynchronizationRegistry",
            "java:jboss/TransactionSynchronizationRegistry",
            "java:appserver/TransactionSynchronizationRegistry");

    /** Those of the server we are in; empty where there is no server. */
    static Optional<JtaTransactions> find(boolean serversPool) {
        try {
            InitialContext names = new InitialContext();
            names.getEnvironment(); // Asks for the context itself, which is made at first use.
            return Optional.of(new JtaTransactions(
                    lookup(names, MANAGERS, TransactionManager.class),
                    lookup(names, REGISTRIES, TransactionSynchronizationRegistry.class),
                    serversPool ? Optional.of(lookup(names, USERS, UserTransaction.class)) : Optional.empty()));
        } catch (NoInitialContextException e) {
            return Optional.empty();
        } catch (NamingException e) {
            throw new IllegalStateException(
                    "This server has its transaction manager neither where Payara nor where WildFly has it", e);
        }
    }

    /** The names are constants of the servers. */
    @SuppressWarnings("BanJNDI")
    private static <T> T lookup(InitialContext names, List<String> places, Class<T> type) throws NamingException {
        NamingException missing = new NamingException("Not found: " + places);
        for (String place : places) {
            try {
                return type.cast(names.lookup(place));
            } catch (NoInitialContextException e) {
                throw e;
            } catch (NamingException e) {
                missing.addSuppressed(e);
            }
        }
        throw missing;
    }

    @Override
    public boolean active() {
        return status() != Status.STATUS_NO_TRANSACTION;
    }

    @Override
    public void begin() throws SystemException, NotSupportedException {
        if (user.isEmpty() || !began(user.get())) {
            manager.begin();
        }
    }

    /**
     * A pool of Payara's takes part only in a transaction that its component knows of, which the manager alone does not
     * tell it. An EJB whose transactions are the container's may not begin one this way.
     */
    private static boolean began(UserTransaction user) throws SystemException, NotSupportedException {
        try {
            user.begin();
            return true;
        } catch (IllegalStateException notHere) {
            return false;
        }
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
    public void afterCommit(Runnable action) {
        registry.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Only the end matters.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    action.run();
                }
            }
        });
    }

    @Override
    public Optional<Connection> bound() {
        return Optional.empty();
    }

    private int status() {
        try {
            return manager.getStatus();
        } catch (SystemException e) {
            throw new IllegalStateException("The server's transaction manager does not answer", e);
        }
    }
}
