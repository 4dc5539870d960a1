package io.appkernel.db;

import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.naming.NoInitialContextException;

/** The server's transactions. */
record Jta(TransactionManager manager, TransactionSynchronizationRegistry registry) {
    private static final List<String> MANAGERS =
            List.of("java:appserver/TransactionManager", "java:jboss/TransactionManager");
    private static final List<String> REGISTRIES = List.of(
            "java:comp/TransactionSynchronizationRegistry",
            "java:jboss/TransactionSynchronizationRegistry",
            "java:appserver/TransactionSynchronizationRegistry");

    /** Those of the server we are in; empty where there is no server. */
    static Optional<Jta> find() {
        try {
            InitialContext names = new InitialContext();
            names.getEnvironment(); // Asks for the context itself, which is made at first use.
            return Optional.of(new Jta(
                    lookup(names, MANAGERS, TransactionManager.class),
                    lookup(names, REGISTRIES, TransactionSynchronizationRegistry.class)));
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
}
