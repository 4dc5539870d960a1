package io.appkernel.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevAdminTest {
    @TempDir
    Path data;

    @Test
    void theKernelKeepsThePasswordThatItMade() throws IOException {
        Files.writeString(data.resolve("dev-admin-password"), "made by the kernel\n");

        DevAdmin admin = DevAdmin.of(Map.of(), data).orElseThrow();

        assertThat(admin.email()).isEqualTo("admin@example.com");
        assertThat(admin.password()).isEqualTo("made by the kernel");
        assertThat(admin.toString()).doesNotContain("made by the kernel");
    }

    @Test
    void whatThePersonHasSetCounts() {
        Map<String, String> own =
                Map.of("KERNEL_DEV_ADMIN_EMAIL", "me@example.org", "KERNEL_DEV_ADMIN_PASSWORD", "their own");

        assertThat(DevAdmin.of(own, data))
                .contains(new DevAdmin("me@example.org", "their own", "KERNEL_DEV_ADMIN_PASSWORD of your environment"));
    }

    @Test
    void whereNoneWasMadeNoneIsShown() {
        assertThat(DevAdmin.of(Map.of(), data)).isEmpty();
    }
}
