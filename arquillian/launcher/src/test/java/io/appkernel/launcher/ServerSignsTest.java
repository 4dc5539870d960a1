package io.appkernel.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines are cut from logs of the servers. */
class ServerSignsTest {
    @TempDir
    Path temporary;

    private DataDirectory data;
    private Options options;
    private final Ports ports = new Ports(InetAddress.getLoopbackAddress());

    @BeforeEach
    void open() {
        data = DataDirectory.open(temporary);
        options = new Options(
                Options.Kind.PAYARA_MICRO,
                temporary.resolve("micro.jar"),
                temporary.resolve("app.war"),
                temporary.resolve("agent.jar"),
                temporary,
                temporary,
                8080,
                "/",
                List.of("-Xmx300m"));
    }

    @AfterEach
    void close() throws IOException {
        data.close();
    }

    @Test
    void payaraMicroIsDeployedWhenItIsReady() {
        Server server = new PayaraMicro(options, data, 8080);

        assertThat(server.read("        \"Deployed\": [")).isEqualTo(Server.Sign.NONE);
        assertThat(server.read("            {")).isEqualTo(Server.Sign.NONE);
        assertThat(server.read("[2026-11-20] [INFO] Payara Micro 6.2025.10 (build 42) ready in 5,813 (ms)"))
                .isEqualTo(Server.Sign.DEPLOYED);
    }

    @Test
    void payaraMicroHasFailedWhenItsListOfApplicationsIsEmpty() {
        Server server = new PayaraMicro(options, data, 8080);

        server.read("        \"Deployed\": [");

        assertThat(server.read("        ]")).isEqualTo(Server.Sign.FAILED);
    }

    @Test
    void payaraServerReportsItsDeployCommand() {
        Server server = new PayaraServer(options, data, 8080, ports);

        assertThat(server.read("  Boot Command deploy failed PlainTextActionReporterFAILUREDescription: deploy"))
                .isEqualTo(Server.Sign.FAILED);
        assertThat(server.read("  Boot Command deploy returned with result SUCCESS : PlainTextActionReporter"))
                .isEqualTo(Server.Sign.DEPLOYED);
    }

    @Test
    void wildFlySaysInOneLineWhetherTheStartWentWell() {
        Server server = new WildFly(options, data, 8080, ports);

        assertThat(server.read("INFO  [org.jboss.as] (Controller Boot Thread) WFLYSRV0025: WildFly started in 11531ms"))
                .isEqualTo(Server.Sign.DEPLOYED);
        assertThat(server.read(
                        "ERROR [org.jboss.as] (Controller Boot Thread) WFLYSRV0026: WildFly started (with errors)"))
                .isEqualTo(Server.Sign.FAILED);
    }

    @Test
    void payaraServerRunsInTheForegroundWithTheCallersJvmArgumentsLast() {
        List<String> printed = List.of(
                "java",
                "-Xmx512m",
                "com.sun.enterprise.glassfish.bootstrap.ASMain",
                "-read-stdin",
                "true",
                "-verbose",
                "false");

        assertThat(PayaraServer.foreground(printed, new Jvm(Path.of("jdk", "java"), List.of("-Xmx300m"))))
                .containsExactly(
                        Path.of("jdk", "java").toString(),
                        "-Xmx512m",
                        "-Xmx300m",
                        "com.sun.enterprise.glassfish.bootstrap.ASMain",
                        "-read-stdin",
                        "false",
                        "-verbose",
                        "true");
    }
}
