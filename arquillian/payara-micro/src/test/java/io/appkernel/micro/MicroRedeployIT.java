package io.appkernel.micro;

import static org.awaitility.Awaitility.await;

import io.appkernel.harness.Deployments;
import io.appkernel.harness.RedeployDrill;
import io.appkernel.harness.ServerJvm;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What RedeployIT asks of the other servers. Arquillian's adapter can only end Payara Micro, not undeploy from it. */
class MicroRedeployIT {
    private static final Path SERVER = Path.of(System.getProperty("kernel.test.server"));

    @Test
    void nothingOfOursStaysInTheServerAfterUndeploying() throws Exception {
        Path archive = SERVER.resolve("redeployed.war");
        RedeployDrill.export(archive);
        Process server = start(archive);
        try (ServerJvm jvm = ServerJvm.of(server)) {
            await().atMost(Duration.ofMinutes(2))
                    .failFast("Payara Micro ended", () -> !server.isAlive())
                    .until(() -> !jvm.names(Server.NAME).isEmpty());
            Deployments deployments = new ByManagement(jvm);
            deployments.deploy();
            new RedeployDrill(deployments, jvm).run();
        } finally {
            stop(server);
        }
    }

    private static Process start(Path archive) throws IOException, URISyntaxException {
        Path jar = SERVER.resolve("payara-micro.jar");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(opens(jar));
        command.addAll(List.of(
                "-Xmx768m", "-XX:SoftRefLRUPolicyMSPerMB=0", "-cp", jar + File.pathSeparator + home(Server.class)));
        command.addAll(List.of(Server.class.getName(), archive.toString()));
        command.addAll(List.of("--nohazelcast", "--disablephonehome"));
        command.addAll(List.of("--port", System.getProperty("kernel.test.port")));
        command.addAll(
                List.of("--rootdir", SERVER.resolve("micro-redeploy-root").toString()));
        command.addAll(List.of("--prebootcommandfile", System.getProperty("kernel.test.preboot")));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(SERVER.resolve("redeploy.log").toFile())
                .start();
    }

    /** The packages that the jar's manifest opens when the jar is started by itself. */
    private static List<String> opens(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            String packages = file.getManifest().getMainAttributes().getValue("Add-Opens");
            return Stream.of(packages.split(" "))
                    .map(name -> "--add-opens=" + name + "=ALL-UNNAMED")
                    .toList();
        }
    }

    private static Path home(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** The end of its input ends the server; it is killed when that takes too long. */
    private static void stop(Process server) throws IOException, InterruptedException {
        server.getOutputStream().close();
        if (!server.waitFor(30, TimeUnit.SECONDS)) {
            server.destroyForcibly().waitFor();
        }
    }

    private record ByManagement(ServerJvm jvm) implements Deployments {
        @Override
        public void deploy() {
            jvm.call(Server.NAME, "deploy");
        }

        @Override
        public void undeploy() {
            jvm.call(Server.NAME, "undeploy");
        }
    }
}
