package io.appkernel.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelChecksTest {
    @TempDir
    private Path directory;

    @BeforeEach
    void provideResponses() {
        HealthResponses.installIfNone();
    }

    @AfterEach
    void leaveNothing() {
        HealthResponses.removeIfOurs();
    }

    @Test
    void aliveIsUp() {
        HealthCheckResponse response = new AliveCheck().call();

        assertThat(response.getName()).isEqualTo("alive");
        assertThat(response.getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void theKernelIsNotReadyBeforeItStarted() {
        HealthCheckResponse response = new KernelCheck().call();

        assertThat(response.getStatus()).isEqualTo(Status.DOWN);
        assertThat(response.getData().orElseThrow()).containsEntry("phase", "starting");
    }

    @Test
    void theDiskIsReadyWhileThereIsRoom() {
        HealthCheckResponse response = new DiskCheck(directory, 1).call();

        assertThat(response.getStatus()).isEqualTo(Status.UP);
        assertThat(response.getData().orElseThrow()).containsKeys("free_bytes", "needed_bytes");
    }

    @Test
    void theDiskIsNotReadyWhenItIsFull() {
        assertThat(new DiskCheck(directory, Long.MAX_VALUE).call().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void theDiskOfADirectoryThatIsYetToBeMadeIsItsParents() {
        assertThat(new DiskCheck(directory.resolve("not/yet"), 1).call().getStatus())
                .isEqualTo(Status.UP);
    }
}
