package io.appkernel.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.appkernel.log.KernelLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoolTest {
    private static String urlOf(String url) {
        DatabaseSettings settings = DatabaseSettings.of(url);
        DatabaseUrl parsed = settings.database(Path.of("unused"));
        return Pool.driverUrl(parsed, Dialect.of(parsed.kind()), "My & app?", settings);
    }

    @Test
    void theDriverHearsWhoWeAreAndHowLongToWait() {
        assertThat(urlOf("postgres://u:secret@h:5432/db"))
                .startsWith("jdbc:postgresql://h:5432/db?ApplicationName=My")
                .contains("&connectTimeout=2&socketTimeout=120&")
                .doesNotContain("secret", "My &", "app?");
    }

    @Test
    void whatTheUrlSaysItselfStands() {
        assertThat(urlOf("jdbc:postgresql://h/db?sockettimeout=7&sslmode=require"))
                .startsWith("jdbc:postgresql://h/db?sockettimeout=7&sslmode=require&")
                .doesNotContain("socketTimeout=120");
        assertThat(urlOf("jdbc:h2:file:/tmp/x;WRITE_DELAY=100")).doesNotContain("WRITE_DELAY=0");
    }

    @Test
    void mySqlIsSpokenToByTheDriverOfMariaDb() {
        assertThat(urlOf("mysql://u:p@h/db"))
                .startsWith("jdbc:mariadb://h/db?connectTimeout=2500&socketTimeout=120000&")
                .contains("sql_mode='STRICT_ALL_TABLES");
    }

    @Test
    void anEmbeddedDatabaseLosesNoCommit() {
        assertThat(urlOf("jdbc:h2:file:/tmp/x;USER=sa"))
                .isEqualTo("jdbc:h2:file:/tmp/x;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
    }

    @Test
    void aDataDirectoryThatIsNotThereIsMade(@TempDir Path temp) throws Exception {
        DatabaseUrl url = DatabaseUrl.embedded(temp.resolve("not/there"));
        DatabaseSettings settings = DatabaseSettings.of("jdbc:h2:mem:unused");

        try (AgroalDataSource pool = Pool.open(url, settings, "app", Optional.empty(), KernelLog.to(line -> {}));
                Connection connection = pool.getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
        }

        assertThat(temp.resolve("not/there/app.mv.db"))
                .satisfies(file -> assertThat(Files.exists(file)).isTrue());
    }
}
