package io.appkernel.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.appkernel.databases.TestServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A start that only says what it would do to the schema is no start, and whoever deploys is told the plan. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DryRunIT {
    private static final Shape SHAPE = Shape.current();

    @ArquillianResource
    Deployer deployer;

    private final Client http = new Client(SHAPE.root());

    @Deployment(name = "rehearsed", managed = false, testable = false)
    static Archive<?> rehearsed() {
        return Archives.widgetsWithShop(
                SHAPE, "kernel.database.url=" + TestServer.h2().newDatabase() + "\nkernel.schema.dry-run=refuse\n");
    }

    @Test
    void aDryRunIsRefusedWithThePlan() {
        StringWriter told = new StringWriter();
        catchThrowable(() -> deployer.deploy("rehearsed")).printStackTrace(new PrintWriter(told));

        // Payara Server tells whoever deploys only where to look.
        assertThat(told.toString())
                .satisfiesAnyOf(
                        plan -> assertThat(plan)
                                .contains("create table widgets", "CREATE TABLE", "Nothing was changed"),
                        hint -> assertThat(hint).contains("KernelLifecycle. Please see server.log"));
        assertThat(http.get("/healthz").status()).isNotEqualTo(200);
        assertThat(http.get(SHAPE.app() + "/widgets").status()).isNotEqualTo(200);
    }
}
