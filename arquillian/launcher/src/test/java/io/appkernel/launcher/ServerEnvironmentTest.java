package io.appkernel.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerEnvironmentTest {
    @TempDir
    Path data;

    @Test
    void makesADevelopmentServerWithDataAndAToken() {
        ServerEnvironment settings = ServerEnvironment.of(Map.of(), data);

        assertThat(settings.additions())
                .containsEntry("APP_ENV", "dev")
                .containsEntry("DATA_DIR", data.toString())
                .containsEntry("KERNEL_OPERATOR_TOKEN", settings.token());
    }

    @Test
    void leavesWhatThePersonHasSet() {
        ServerEnvironment settings = ServerEnvironment.of(
                Map.of("ENV", "uat", "DATA_DIR", "/elsewhere", "KERNEL_OPERATOR_TOKEN", "their own"), data);

        assertThat(settings.additions()).isEmpty();
        assertThat(settings.token()).isEqualTo("their own");
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void neverPrintsTheToken() {
        ServerEnvironment settings = ServerEnvironment.of(Map.of(), data);

        assertThat(settings.toString()).doesNotContain(settings.token());
    }
}
