package io.appkernel.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appkernel.settings.SecretText;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    private static DatabaseUrl parse(String url) {
        return DatabaseUrl.parse("url", new SecretText(url));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            postgres://u:p@h:5432/db                    | POSTGRESQL | jdbc:postgresql://h:5432/db          | u    | p
            postgresql://h/db                           | POSTGRESQL | jdbc:postgresql://h/db               | -    | -
            POSTGRES://u@h/db?sslmode=require&x=1       | POSTGRESQL | jdbc:postgresql://h/db?sslmode=require&x=1 | u | -
            postgres://u%40x:p%2F%3A%23%25+@h/db        | POSTGRESQL | jdbc:postgresql://h/db               | u@x  | p/:#%+
            postgres://u:p@ss:w@h/db                    | POSTGRESQL | jdbc:postgresql://h/db               | u    | p@ss:w
            postgres://u:p@[2001:db8::1]:5432/db        | POSTGRESQL | jdbc:postgresql://[2001:db8::1]:5432/db | u | p
            postgres://u:p@h1:5432,h2/db                | POSTGRESQL | jdbc:postgresql://h1:5432,h2/db      | u    | p
            postgres://h/db?user=u&password=p%20q&a=b   | POSTGRESQL | jdbc:postgresql://h/db?a=b           | u    | p q
            postgres://:p@h/db                          | POSTGRESQL | jdbc:postgresql://h/db               | -    | p
            mysql://u:p@h:3306/db?useSSL=true           | MYSQL      | jdbc:mysql://h:3306/db?useSSL=true   | u    | p
            mariadb://u:p@h/db                          | MARIADB    | jdbc:mariadb://h/db                  | u    | p
            sqlite:///./data/app.db                     | SQLITE     | jdbc:sqlite:./data/app.db            | -    | -
            sqlite:////var/data/app.db                  | SQLITE     | jdbc:sqlite:/var/data/app.db         | -    | -
            sqlite:///admin.db                          | SQLITE     | jdbc:sqlite:admin.db                 | -    | -
            sqlite://                                   | SQLITE     | jdbc:sqlite::memory:                 | -    | -
            jdbc:sqlite:/x.db                           | SQLITE     | jdbc:sqlite:/x.db                    | -    | -
            jdbc:postgresql://h/db?user=u&password=p    | POSTGRESQL | jdbc:postgresql://h/db               | u    | p
            jdbc:postgresql:db                          | POSTGRESQL | jdbc:postgresql:db                   | -    | -
            jdbc:mysql://u:p@h/db?a=b                   | MYSQL      | jdbc:mysql://h/db?a=b                | u    | p
            jdbc:mariadb://h/db                         | MARIADB    | jdbc:mariadb://h/db                  | -    | -
            jdbc:h2:file:./x;USER=sa;PASSWORD=p%q;MODE=LEGACY | H2   | jdbc:h2:file:./x;MODE=LEGACY         | sa   | p%q
            jdbc:h2:mem:x                               | H2         | jdbc:h2:mem:x                        | -    | -
            """)
    void everyFormIsRead(String url, DatabaseKind kind, String jdbcUrl, String user, String password) {
        assertThat(parse(url))
                .isEqualTo(new DatabaseUrl(
                        kind,
                        jdbcUrl,
                        Optional.ofNullable(user),
                        Optional.ofNullable(password).map(SecretText::new)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2",
                "oracle://u:hunter2@h/db",
                "jdbc:oracle:thin:u/hunter2@h",
                "postgres:u:hunter2@h/db",
                "postgres://u:hunter2@/db",
                "postgres://u:hunter2@h:port/db",
                "postgres://u:hunter2@h",
                "postgres://u:hunter2@h/",
                "postgres://u:hun/ter2@h/db",
                "postgres://u:hunter2%@h/db",
                "postgres://u:hunter2%zz@h/db",
                "postgres://u:hunter2@h,/db",
                "postgres://u:hunter2@::1/db",
                "sqlite://hunter2.db",
                "h2://hunter2",
                "postgres://u:hunter2@h /db"
            })
    void anyOtherIsRefusedWithoutShowingAPartOfIt(String url) {
        assertThatThrownBy(() -> parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageMatching("url (must|has) .*")
                .hasMessageNotContaining("hunter2")
                .hasMessageNotContaining("ter2");
    }

    @Test
    void aUrlShownHasNeitherPasswordNorParameters() {
        assertThat(parse("postgres://u:hunter2@h/db?sslpassword=hunter2")).hasToString("jdbc:postgresql://h/db");
    }

    @ParameterizedTest
    @CsvSource({
        "sqlite:///x.db, true",
        "jdbc:h2:file:./x, true",
        "jdbc:h2:mem:x, true",
        "jdbc:h2:tcp://h/x, false",
        "mysql://h/x, false"
    })
    void aDatabaseInsideTheProcessIsEmbedded(String url, boolean embedded) {
        assertThat(parse(url).embedded()).isEqualTo(embedded);
    }

    @Test
    void theEmbeddedDefaultIsAFileUnderTheDataDirectory() {
        DatabaseUrl url = DatabaseUrl.embedded(Path.of("/var/app"));
        assertThat(url.kind()).isEqualTo(DatabaseKind.H2);
        assertThat(url.jdbcUrl()).isEqualTo("jdbc:h2:file:/var/app/app;WRITE_DELAY=0");
        assertThat(url.embedded()).isTrue();
    }
}
