package io.appkernel.harness;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

/** Transactions on the embedded default, which is H2 under the data directory. */
class TransactionIT extends TransactionContract {
    @Deployment(testable = false)
    static Archive<?> widgetsWithBooks() {
        return Archives.widgetsWithBooks(SHAPE, "kernel.metrics.enabled=true\n");
    }
}
