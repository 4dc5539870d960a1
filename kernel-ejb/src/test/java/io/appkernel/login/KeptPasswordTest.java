package io.appkernel.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptPasswordTest {
    @TempDir
    Path directory;

    @Test
    void aPasswordIsMadeOnceAndIsForItsOwnersEyesOnly() throws IOException {
        Path file = directory.resolve("data/dev-admin-password");

        String made = new KeptPassword(file).read();

        assertThat(made).hasSizeGreaterThanOrEqualTo(24);
        assertThat(new KeptPassword(file).read()).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
