package io.appkernel.harness;

import io.appkernel.databases.TestServer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

/** Entities on PostgreSQL. */
class PostgresEntityIT extends EntityContract {
    @Deployment(testable = false)
    static Archive<?> widgetsWithShop() {
        return Archives.widgetsWithShop(
                SHAPE, "kernel.database.url=" + TestServer.postgres().newDatabase() + "\n");
    }
}
