package io.appkernel.harness;

import io.appkernel.databases.TestServer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

/** Entities on MariaDB. */
class MariaDbEntityIT extends EntityContract {
    @Deployment(testable = false)
    static Archive<?> widgetsWithShop() {
        return Archives.widgetsWithShop(
                SHAPE, "kernel.database.url=" + TestServer.mariadb().newDatabase() + "\n");
    }
}
