package io.appkernel.harness;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

/** Entities on the embedded default, which is H2 under the data directory. */
class EntityIT extends EntityContract {
    @Deployment(testable = false)
    static Archive<?> widgetsWithShop() {
        return Archives.widgetsWithShop(SHAPE, "kernel.metrics.enabled=true\n");
    }
}
