package io.appkernel.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.core.ConditionFactory;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/**
 * Deploys the app, uses it and undeploys it, again and again, and looks from outside for what it leaves in the server's
 * JVM: threads, JMX names, JDBC drivers, class loaders.
 */
public final class RedeployDrill {
    private static final String KERNEL_CLASS = "io.appkernel.plugin.KernelExtension";
    private static final String APP_CLASS = "io.appkernel.widgets.WidgetsResource";
    private static final String OURS = "kernel-";
    private static final String OPERATOR = "Authorization: Bearer " + System.getenv("KERNEL_OPERATOR_TOKEN");

    private final Shape shape = Shape.current();
    private final Client http = new Client(shape.root());
    private final int redeploys = Integer.getInteger("kernel.test.redeploys", 3);
    private final int mayStay = Integer.getInteger("kernel.test.old-deployments", 0);
    private final Deployments deployments;
    private final ServerJvm jvm;

    public RedeployDrill(Deployments deployments, ServerJvm jvm) {
        this.deployments = deployments;
        this.jvm = jvm;
    }

    /** The app that is deployed, as a file. */
    public static void export(Path archive) {
        Archives.widgetsWithProbe(Shape.current()).as(ZipExporter.class).exportTo(archive.toFile(), true);
    }

    public void run() {
        once();
        Footprint before = Footprint.of(jvm);
        for (int i = 0; i < redeploys; i++) {
            once();
        }
        patiently().untilAsserted(() -> {
            Footprint after = Footprint.of(jvm);
            assertThat(after.threadsBeyond(before)).as("threads left").isEmpty();
            assertThat(after.drivers()).as("drivers left").isLessThanOrEqualTo(before.drivers());
        });
        patiently().untilAsserted(() -> {
            assertThat(jvm.loaded(KERNEL_CLASS)).as("kernels in memory").isLessThanOrEqualTo(mayStay);
            assertThat(jvm.loaded(APP_CLASS)).as("apps in memory").isLessThanOrEqualTo(mayStay);
        });
    }

    private void once() {
        deployments.deploy();
        try {
            use();
            assertThat(jvm.names("kernel:*")).isNotEmpty();
            assertThat(jvm.threads()).anyMatch(name -> name.startsWith(OURS));
        } finally {
            deployments.undeploy();
        }
        patiently().untilAsserted(() -> {
            assertThat(jvm.names("kernel:*")).isEmpty();
            assertThat(jvm.threads()).noneMatch(name -> name.startsWith(OURS));
        });
    }

    /** A bit of everything, so that what is made on first use is made. */
    private void use() {
        patiently().untilAsserted(() -> {
            Client.Answer ready = http.get("/readyz");
            assertThat(ready.status()).as(ready.text()).isEqualTo(200);
            assertThat(ready.json().get("status").asText()).isEqualTo("UP");
        });
        String probe = shape.app() + "/probe";
        for (String path : new String[] {
            shape.app() + "/widgets",
            probe + "/plugins",
            probe + "/measured",
            probe + "/async",
            probe + "/events",
            probe + "/me",
            "/healthz",
            "/metrics",
            "/openapi",
            "/docs/"
        }) {
            Client.Answer answer = http.get(path, OPERATOR, "Accept-Encoding: gzip");
            assertThat(answer.status()).as(path + ": " + answer.text()).isEqualTo(200);
        }
        assertThat(http.get(probe + "/fail/bug").status()).isEqualTo(500);
        assertThat(http.post(probe + "/orders", "{}").status()).isEqualTo(422);
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(500));
    }
}
