package io.appkernel.harness;

import io.appkernel.databases.TestServer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

/** Transactions on PostgreSQL with the driver's XA resource. */
class XaTransactionIT extends TransactionContract {
    @Deployment(testable = false)
    static Archive<?> widgetsWithBooks() {
        return Archives.widgetsWithBooks(
                SHAPE, "kernel.database.url=" + TestServer.postgres().newDatabase() + "\nkernel.database.xa=true\n");
    }
}
