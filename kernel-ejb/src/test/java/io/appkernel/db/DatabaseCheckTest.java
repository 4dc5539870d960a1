package io.appkernel.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appkernel.settings.Environment;
import io.appkernel.settings.KernelSettings;
import io.appkernel.settings.NodeRole;
import io.appkernel.settings.NodeSettings;
import io.appkernel.settings.SecretText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatabaseCheckTest {
    private static final NodeSettings NODE = new NodeSettings(
            "app", "1", "", Environment.PROD, NodeRole.ALL, "/api/v1", false, Path.of(".data"), Optional.empty());

    private static List<String> check(String url, String jndi) {
        DatabaseSettings database = new DatabaseSettings(
                Optional.ofNullable(url).map(SecretText::new),
                Optional.ofNullable(jndi),
                20,
                1,
                Duration.ofSeconds(5),
                Duration.ofMinutes(2),
                false);
        return new DatabaseCheck().check(KernelSettings.of(NODE, database));
    }

    @Test
    void aServersDatabaseOrPoolIsRight() {
        assertThat(check("postgres://u:p@h/db", null)).isEmpty();
        assertThat(check(null, "java:app/jdbc/main")).isEmpty();
    }

    @Test
    void noneAndAnEmbeddedOneAreRefused() {
        assertThat(check(null, null)).singleElement().asString().contains("kernel.database.url", "DATABASE_URL");
        assertThat(check("sqlite:///./app.db", null)).hasSize(1);
    }

    @Test
    void urlAndPoolTogetherAreRefused() {
        assertThatThrownBy(() -> check("postgres://u:p@h/db", "java:app/jdbc/main"))
                .hasMessageStartingWith("jndi must not be set together with url");
    }
}
