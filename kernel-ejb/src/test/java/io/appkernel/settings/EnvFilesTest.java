package io.appkernel.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvFilesTest {
    @TempDir
    private Path above;

    private Path grandparent;
    private Path parent;
    private Path own;

    @BeforeEach
    void makeDirectories() throws IOException {
        grandparent = above.resolve("grandparent");
        parent = grandparent.resolve("parent");
        own = Files.createDirectories(parent.resolve("own"));
    }

    private static void write(Path directory, String name, String... lines) {
        try {
            Files.write(directory.resolve(name), List.of(lines));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private EnvFiles files(Map<String, String> environment) {
        return EnvFiles.of(Map.of(), environment, own);
    }

    private static String value(EnvFiles files, String name) {
        Config config = new SmallRyeConfigBuilder()
                .withSources(EnvFileSources.sources(files).toArray(ConfigSource[]::new))
                .build();
        return config.getOptionalValue(name, String.class).orElse("unset");
    }

    @Test
    void theNearerFileWinsAndInOneDirectoryTheOneOfTheEnvironment() {
        write(above, ".env", "KERNEL_A=too far", "TOO_FAR=yes");
        write(grandparent, ".env", "KERNEL_A=1");
        assertThat(value(files(Map.of("ENV", "dev")), "kernel.a")).isEqualTo("1");
        write(grandparent, ".env.dev", "KERNEL_A=2");
        assertThat(value(files(Map.of("ENV", "dev")), "kernel.a")).isEqualTo("2");
        write(parent, ".env", "KERNEL_A=3");
        assertThat(value(files(Map.of("ENV", "dev")), "kernel.a")).isEqualTo("3");
        write(parent, ".env.dev", "KERNEL_A=4");
        assertThat(value(files(Map.of("ENV", "dev")), "kernel.a")).isEqualTo("4");
        write(own, ".env", "KERNEL_A=5");
        assertThat(value(files(Map.of("ENV", "dev")), "kernel.a")).isEqualTo("5");
        write(own, ".env.dev", "KERNEL_A=6");
        assertThat(value(files(Map.of("ENV", "dev")), "kernel.a")).isEqualTo("6");
        assertThat(value(files(Map.of("ENV", "dev")), "TOO_FAR")).isEqualTo("unset");
        assertThat(value(files(Map.of("ENV", "uat")), "kernel.a")).isEqualTo("5");
    }

    @Test
    void theFileOfTheEnvironmentWinsHoweverTheNameIsWritten() {
        write(own, ".env", "KERNEL_A=1");
        write(own, ".env.dev", "kernel.a=2");
        assertThat(value(files(Map.of("ENV", "dev")), "kernel.a")).isEqualTo("2");
    }

    @Test
    void everyFileRanksBelowTheRealEnvironmentAndAboveWhatAServerReadsItself() {
        write(grandparent, ".env", "A=1");
        write(parent, ".env", "A=2");
        write(own, ".env", "A=3");
        assertThat(EnvFileSources.sources(files(Map.of())))
                .hasSize(3)
                .allSatisfy(source -> assertThat(source.getOrdinal()).isBetween(296, 299));
    }

    @Test
    void theEnvironmentComesFromTheNearestPlainFileWhenNothingElseNamesIt() {
        write(grandparent, ".env", "APP_ENV=uat");
        write(own, ".env.uat", "A=uat");
        write(own, ".env.dev", "A=dev");
        write(own, ".env.prod", "A=prod");
        assertThat(value(files(Map.of()), "A")).isEqualTo("uat");
        write(own, ".env", "ENV=dev");
        assertThat(value(files(Map.of()), "A")).isEqualTo("dev");
        assertThat(value(files(Map.of("APP_ENV", "uat")), "A")).isEqualTo("uat");
        EnvFiles bySystemProperty = EnvFiles.of(Map.of("kernel.environment", "prod"), Map.of("APP_ENV", "uat"), own);
        assertThat(value(bySystemProperty, "A")).isEqualTo("prod");
    }

    @Test
    void prodIsTheEnvironmentWhenNothingNamesOne() {
        write(own, ".env.prod", "A=prod");
        assertThat(value(files(Map.of()), "A")).isEqualTo("prod");
    }

    @Test
    void aFileOfOneEnvironmentCannotChooseAnother() {
        write(own, ".env.dev", "APP_ENV=prod", "A=1");
        assertThat(value(files(Map.of("ENV", "dev")), "APP_ENV")).isEqualTo("unset");
        assertThat(value(files(Map.of("ENV", "dev")), "A")).isEqualTo("1");
    }

    @Test
    void anEnvironmentThatIsNoNameReadsNoFile() {
        write(grandparent, "secrets", "A=1");
        assertThat(value(files(Map.of("ENV", "x/../../../secrets")), "A")).isEqualTo("unset");
    }

    @Test
    void anotherDirectoryCanBeNamed() throws IOException {
        Path other = Files.createDirectories(above.resolve("elsewhere"));
        write(other, ".env", "A=1");
        assertThat(value(files(Map.of("KERNEL_ENV_DIR", other.toString())), "A"))
                .isEqualTo("1");
        assertThat(files(Map.of("KERNEL_ENV_DIR", other + "/not")).problems())
                .containsExactly("kernel.env-dir (KERNEL_ENV_DIR) must name a directory that exists");
    }

    @Test
    void aDirectoryOfThatNameIsIgnored() throws IOException {
        Files.createDirectory(own.resolve(".env"));
        assertThat(files(Map.of()).problems()).isEmpty();
    }

    @Test
    void everyProblemNamesFileAndLineAndNoValue() throws IOException {
        write(parent, ".env", "A=1", "hunter2");
        Files.write(own.resolve(".env"), "A=h\u00fcnter2".getBytes(StandardCharsets.ISO_8859_1));
        EnvFiles files = files(Map.of());
        assertThat(files.problems())
                .containsExactly(
                        own.resolve(".env") + " is not UTF-8 text; save it as UTF-8",
                        parent.resolve(".env") + " line 2 is not of the form NAME=value");
        assertThat(files.toString()).doesNotContain("nter2");
    }
}
