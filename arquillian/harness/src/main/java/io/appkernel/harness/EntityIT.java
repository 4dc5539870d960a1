package io.appkernel.harness;

import io.appkernel.databases.TestServer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

/** Entities on H2, in a file of its own as the embedded default is. */
class EntityIT extends EntityContract {
    @Deployment(testable = false)
    static Archive<?> widgetsWithShop() {
        return Archives.widgetsWithShop(
                SHAPE, "kernel.database.url=" + TestServer.h2().newDatabase() + "\n");
    }
}
