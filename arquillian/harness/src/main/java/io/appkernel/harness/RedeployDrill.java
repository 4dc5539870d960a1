package io.appkernel.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.awaitility.core.ConditionFactory;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/**
 * Deploys the app, uses it and undeploys it, again and again, and looks from outside for what it leaves in the server's
 * JVM: threads, JMX names, JDBC drivers, objects, class loaders; and beside it, an embedded Redis. The kernel has no EJB timers yet.
 * A job that runs when the app goes is handed back, and runs again in the next deployment.
 *
 * <p>What heap dumps showed to stay after undeploying, and who holds it; none of it is the kernel's to let go:
 *
 * <ul>
 *   <li>WildFly: one deployment, whole, for an idle thread of its worker pool: the last request is still on its stack
 *       ({@code EnhancedQueueExecutor}), until the thread gets another one or ends.
 *   <li>JDK 17, on every server: one class loader. {@code java.lang.runtime.ObjectMethods}, behind the {@code equals} of
 *       every record, remembers the type it compared last ({@code MethodHandle.asTypeCache}).
 *   <li>WildFly, once each: that of a deployment which failed, as a key of its EL cache ({@code FactoryFinderCache}); and, of
 *       whoever was the first to use the server's own H2, in the stack of an exception that H2 keeps ready
 *       ({@code TraceObject.SQL_OOME}).
 *   <li>Payara Server: the class loader of every deployment that answered a JAX-RS request, in a static map of
 *       {@code fish.payara.microprofile.telemetry.tracing.jaxrs.OpenTracingHelper.canTraceCache}, with tracing off too.
 *       Classes and their constants stay, no bean does. Restart such a server now and then if you redeploy often.
 *   <li>Payara Micro: one class loader, for the thread that writes the server's log file. It began while an app was being
 *       deployed and took that app's loader for its context.
 * </ul>
 *
 * <p>Payara Server with an EAR also keeps two JDBC drivers of each deployment, PostgreSQL's and MariaDB's. While it deploys
 * it throws away a loader over the archive that it only read with, and the server's own guard against leaking drivers
 * ({@code WebappClassLoader.clearReferencesJdbc}) asks {@code DriverManager} on that loader's behalf. The JDK then makes a
 * twin of every driver it knows by name in that loader; the guard takes off only drivers of a WAR, and these come from the
 * EAR's {@code lib}. Only code of that very loader could take them off. What the kernel's own loader sees is taken off.
 *
 * <p>Each server's module says how much of that may stay: of class loaders, beside those that are there when the drill begins,
 * for tests that ran before on the same server left some too, fewer than there are redeploys. Soft references are no leak: the servers run with
 * {@code -XX:SoftRefLRUPolicyMSPerMB=0}.
 */
public final class RedeployDrill {
    private static final String KERNEL_CLASS = "io.appkernel.plugin.KernelExtension";
    private static final String APP_CLASS = "io.appkernel.widgets.WidgetsResource";
    private static final String OURS = "kernel-";
    private static final String JOBS = "/api/v1/jobs/";
    private static final String OPERATOR = "Authorization: Bearer " + System.getenv("KERNEL_OPERATOR_TOKEN");

    private final Shape shape = Shape.current();
    private final Client http = new Client(shape.root());
    private final int redeploys = Integer.getInteger("kernel.test.redeploys", 3);
    private final long deploymentsKept = kept("kernel.test.kept.deployments");
    private final long loadersKept = kept("kernel.test.kept.loaders");
    private final long driversKept = kept("kernel.test.kept.drivers");
    private final Deployments deployments;
    private final ServerJvm jvm;
    private Optional<String> handedBack = Optional.empty();

    public RedeployDrill(Deployments deployments, ServerJvm jvm) {
        this.deployments = deployments;
        this.jvm = jvm;
    }

    /** The app that is deployed, as a file. */
    public static void export(Path archive) {
        Archives.widgetsWithProbe(Shape.current()).as(ZipExporter.class).exportTo(archive.toFile(), true);
    }

    /** Begins with an app that is deployed, ends without one. */
    public void run() {
        useAndUndeploy();
        Footprint before = Footprint.of(jvm);
        long kernels = jvm.loaded(KERNEL_CLASS);
        long apps = jvm.loaded(APP_CLASS);
        for (int i = 0; i < redeploys; i++) {
            deployments.deploy();
            useAndUndeploy();
        }
        patiently().untilAsserted(() -> {
            Footprint after = Footprint.of(jvm);
            assertThat(after.threadsBeyond(before, redeploys))
                    .as("threads left by each deployment")
                    .isEmpty();
            assertThat(after.drivers())
                    .as("drivers left")
                    .isLessThanOrEqualTo(before.drivers() + redeploys * driversKept);
        });
        patiently().untilAsserted(() -> {
            assertThat(jvm.loaded(KERNEL_CLASS) - kernels)
                    .as("kernel loaders kept beside %d", kernels)
                    .isLessThanOrEqualTo(loadersKept);
            assertThat(jvm.loaded(APP_CLASS) - apps)
                    .as("app loaders kept beside %d", apps)
                    .isLessThanOrEqualTo(loadersKept);
            assertThat(jvm.instances(KERNEL_CLASS)).as("deployments kept").isLessThanOrEqualTo(deploymentsKept);
        });
    }

    private void useAndUndeploy() {
        ProcessHandle redis;
        try {
            use();
            redis = embeddedRedis();
            assertThat(jvm.names("kernel:*")).isNotEmpty();
            assertThat(jvm.threads()).anyMatch(name -> name.startsWith(OURS));
        } finally {
            deployments.undeploy();
        }
        patiently().untilAsserted(() -> {
            assertThat(jvm.names("kernel:*")).isEmpty();
            assertThat(jvm.threads()).noneMatch(name -> name.startsWith(OURS));
            assertThat(redis.isAlive()).as("the embedded Redis runs").isFalse();
        });
    }

    private static ProcessHandle embeddedRedis() {
        Properties note = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of(System.getenv("DATA_DIR"), "redis/embedded.properties"))) {
            note.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ProcessHandle.of(Long.parseLong(note.getProperty("server.pid"))).orElseThrow();
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
        handedBack.ifPresent(job -> {
            awaitJob(job, "active");
            assertThat(http.post(JOBS + job + "/cancel", "", OPERATOR).status()).isEqualTo(200);
            awaitJob(job, "cancelled");
        });
        awaitJob(enqueue("probe.in-ejb-jar"), "done");
        awaitJob(enqueue("probe.in-war"), "done");
        String waiting = enqueue("probe.waits");
        awaitJob(waiting, "active");
        handedBack = Optional.of(waiting);
        assertThat(http.get(probe + "/fail/bug").status()).isEqualTo(500);
        assertThat(http.post(probe + "/orders", "{}").status()).isEqualTo(422);
    }

    private String enqueue(String task) {
        Client.Answer answer = http.post(shape.app() + "/probe/tasks/" + task, "");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("id").asText();
    }

    private void awaitJob(String id, String status) {
        patiently().untilAsserted(() -> {
            Client.Answer job = http.get(JOBS + id, OPERATOR);
            assertThat(job.json().path("status").asText()).as(job.text()).isEqualTo(status);
        });
    }

    private static long kept(String property) {
        String limit = System.getProperty(property, "0");
        return limit.equals("all") ? Long.MAX_VALUE : Long.parseLong(limit);
    }

    /** The JDK's own thread that watched a process idles for a minute before it lets go of what it began with. */
    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(500));
    }
}
