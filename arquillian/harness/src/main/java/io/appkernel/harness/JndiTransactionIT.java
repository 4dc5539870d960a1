package io.appkernel.harness;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

/** Transactions on a pool of the server: the one that every server brings. */
class JndiTransactionIT extends TransactionContract {
    @Deployment(testable = false)
    static Archive<?> widgetsWithBooks() {
        return Archives.widgetsWithBooks(SHAPE, "kernel.database.jndi=java:comp/DefaultDataSource\n");
    }

    /** No test here: the pool that Payara brings asks no connection whether it still lives, and hands out dead ones. */
    @Override
    void aCommitThatFailsReachesTheCaller(String work) {
        super.aCommitThatFailsReachesTheCaller(work);
    }

    /** No test here, for the same reason. */
    @Override
    void aConnectionThatBreaksUnderPlainJdbcIsAskedForAgainLater() {
        super.aConnectionThatBreaksUnderPlainJdbcIsAskedForAgainLater();
    }

    @Override
    boolean measured() {
        return false;
    }
}
