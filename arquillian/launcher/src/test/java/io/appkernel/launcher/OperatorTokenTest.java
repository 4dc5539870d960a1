package io.appkernel.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OperatorTokenTest {
    @TempDir
    Path directory;

    @Test
    void isMadeOnceAndKept() {
        String token = OperatorToken.in(file());

        assertThat(token).matches("[A-Za-z0-9_-]{48}");
        assertThat(OperatorToken.in(file())).isEqualTo(token);
        assertThat(directory).isDirectoryNotContaining(path -> !path.equals(file()));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isForItsOwnersEyesOnly() throws IOException {
        OperatorToken.in(file());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void isRefusedWithoutBeingShownWhenItIsTooShort() throws IOException {
        Files.writeString(file(), "hunter2");

        assertThatThrownBy(() -> OperatorToken.in(file()))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("Delete the file")
                .hasMessageNotContaining("hunter2");
    }

    private Path file() {
        return directory.resolve("operator-token");
    }
}
