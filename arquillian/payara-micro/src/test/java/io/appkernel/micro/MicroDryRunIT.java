package io.appkernel.micro;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.databases.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A server that is started only to say what a start would do to the schema. */
class MicroDryRunIT {
    private static final Path SERVER = Path.of(System.getProperty("kernel.test.server"));

    @Test
    void theServerPrintsThePlanAndEndsWithItsStatus() throws IOException, InterruptedException {
        Path said = SERVER.resolve("dry-run.log");
        Process server = start(said);
        try {
            assertThat(server.waitFor(3, TimeUnit.MINUTES)).as("it ends").isTrue();
        } finally {
            server.destroyForcibly().waitFor();
        }

        assertThat(Files.readString(said))
                .contains("Schema: a start would make ", "create table widgets", "CREATE TABLE \"widgets\"");
        assertThat(server.exitValue()).isEqualTo(2);
    }

    private static Process start(Path said) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Dkernel.schema.dry-run=exit",
                        "-Dkernel.database.url=" + TestServer.h2().newDatabase(),
                        "-jar",
                        SERVER.resolve("payara-micro.jar").toString(),
                        "--nohazelcast",
                        "--disablephonehome",
                        "--port",
                        System.getProperty("kernel.test.port"),
                        "--rootdir",
                        SERVER.resolve("micro-dry-run-root").toString(),
                        "--prebootcommandfile",
                        System.getProperty("kernel.test.preboot"),
                        "--deploy",
                        System.getProperty("kernel.test.archive")))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }
}
