package io.appkernel.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistributionTest {
    @TempDir
    Path temporary;

    @Test
    void isUnpackedOnce() throws IOException {
        Path zip = zip("server-1/", "server-1/bin/run", "server-1/modules/a.jar");

        Path home = Distribution.unpacked(zip, servers());
        Files.delete(zip);

        assertThat(home).isEqualTo(servers().resolve("server-1.0/server-1"));
        assertThat(home.resolve("modules/a.jar")).hasContent("server-1/modules/a.jar");
        assertThat(Distribution.unpacked(zip, servers())).isEqualTo(home);
    }

    @Test
    void isUnpackedAgainWhenTheFirstTimeWasCutShort() throws IOException {
        Path half = servers().resolve("server-1.0.unfinished/server-1/bin");
        Files.createDirectories(half);
        Files.writeString(half.resolve("run"), "half a fi");

        Path home = Distribution.unpacked(zip("server-1/bin/run"), servers());

        assertThat(home.resolve("bin/run")).hasContent("server-1/bin/run");
        assertThat(servers().resolve("server-1.0.unfinished")).doesNotExist();
    }

    @Test
    void refusesAnEntryThatLeavesTheDirectory() throws IOException {
        Path zip = zip("server-1/../../../escaped");

        assertThatThrownBy(() -> Distribution.unpacked(zip, servers())).isInstanceOf(LaunchFailure.class);
        assertThat(servers().resolve("server-1.0")).doesNotExist();
    }

    @Test
    void saysWhatToDoAboutADamagedZip() throws IOException {
        Path zip = Files.writeString(temporary.resolve("server-1.0.zip"), "no zip at all");

        assertThatThrownBy(() -> Distribution.unpacked(zip, servers())).hasMessageContaining("delete it and run again");
    }

    private Path servers() {
        return temporary.resolve("servers");
    }

    private Path zip(String... names) throws IOException {
        Path file = temporary.resolve("server-1.0.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.endsWith("/") ? new byte[0] : name.getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
