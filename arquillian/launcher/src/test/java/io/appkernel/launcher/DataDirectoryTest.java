package io.appkernel.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    Path temporary;

    @Test
    void isHeldByOneLauncherAtATime() throws IOException {
        Path path = temporary.resolve(".data");
        try (DataDirectory held = DataDirectory.open(path)) {
            assertThatThrownBy(() -> DataDirectory.open(held.path()))
                    .isInstanceOf(LaunchFailure.class)
                    .hasMessageContaining("already runs")
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("-Drun.data");
        }
        DataDirectory.open(path).close();
    }

    @Test
    void isFreeAgainWhenTheLockFileOfADeadLauncherIsStillThere() throws IOException {
        Files.writeString(temporary.resolve("launcher.lock"), "999999");

        DataDirectory.open(temporary).close();
    }

    @Test
    void emptiesADirectoryThatMustBeFresh() throws IOException {
        try (DataDirectory data = DataDirectory.open(temporary)) {
            Path first = data.fresh("run/server");
            Files.createDirectories(first.resolve("deep/er"));
            Files.writeString(first.resolve("deep/er/file"), "left over");

            assertThat(data.fresh("run/server")).isEmptyDirectory();
        }
    }

    @Test
    void saysSoWhenItCannotBeUsed() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "in the way");

        assertThatThrownBy(() -> DataDirectory.open(file))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining(file.toString());
    }
}
