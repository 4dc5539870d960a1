package io.appkernel.harness;

import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The app goes when it is told to, and takes everything along that the server lets go of. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RedeployIT {
    private static final String APP = "app";

    @ArquillianResource
    Deployer deployer;

    @Deployment(name = APP, managed = false, testable = false)
    static Archive<?> widgetsWithProbe() {
        return Archives.widgetsWithProbe(Shape.current());
    }

    @Test
    void nothingOfOursStaysInTheServerAfterUndeploying() {
        deployer.deploy(APP); // The first one starts some servers.
        try (ServerJvm jvm = ServerJvm.of(Path.of(System.getProperty("kernel.test.server")))) {
            new RedeployDrill(new ByArquillian(deployer), jvm).run();
        }
    }

    private record ByArquillian(Deployer deployer) implements Deployments {
        @Override
        public void deploy() {
            deployer.deploy(APP);
        }

        @Override
        public void undeploy() {
            deployer.undeploy(APP);
        }
    }
}
