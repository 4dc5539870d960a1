package io.appkernel.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeashTest {
    @TempDir
    Path temporary;

    @Test
    void endsTheServerWhenTheLauncherIsKilled() throws Exception {
        Process launcher = java("silent");
        Process server = java("silent", "-javaagent:" + agent() + "=" + launcher.pid());
        try {
            assertThat(server.isAlive()).isTrue();

            launcher.destroyForcibly();

            assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            launcher.destroyForcibly();
            server.destroyForcibly();
        }
    }

    private static Process java(String behaviour, String... jvmArguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(jvmArguments));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FakeServer.class.getName()));
        command.add(behaviour);
        return new ProcessBuilder(command).inheritIO().start();
    }

    private Path agent() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", Leash.class.getName());
        Path jar = temporary.resolve("agent.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new ZipEntry("nothing"));
        }
        return jar;
    }
}
