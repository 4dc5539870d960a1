package io.appkernel.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BindingTest {
    @Settings("kernel.shop")
    record Shop(
            @Default("cash") @Alias({"SHOP_TILL", "TILL"}) String till) {}

    @Settings("kernel.all")
    record AllTypes(
            boolean flag,
            int small,
            long large,
            double share,
            String text,
            SecretText secret,
            NodeRole role,
            Duration pause,
            Path path,
            URI uri,
            Optional<Integer> some,
            Optional<String> none,
            List<String> names,
            List<Duration> delays,
            BigDecimal converted,
            Inner inner) {
        record Inner(@Default("7") int depth, Deeper deeper) {
            record Deeper(Optional<String> maxBodySize) {}
        }
    }

    @Test
    void aDefaultHoldsWhenNothingIsSet() {
        assertThat(new Given().bound(Shop.class).till()).isEqualTo("cash");
    }

    @Test
    void thePropertysOwnNameWinsOverItsAliasesInOneSource() {
        Given given = new Given()
                .environment("TILL", "second alias")
                .environment("SHOP_TILL", "alias")
                .environment("KERNEL_SHOP_TILL", "own");
        assertThat(given.bound(Shop.class).till()).isEqualTo("own");
    }

    @Test
    void theFirstAliasWinsOverTheNext() {
        Given given = new Given().file("TILL", "second").file("SHOP_TILL", "first");
        assertThat(given.bound(Shop.class).till()).isEqualTo("first");
    }

    @ParameterizedTest
    @CsvSource({"kernel.shop.till, kernel.shop.till", "SHOP_TILL, SHOP_TILL", "KERNEL_SHOP_TILL, kernel.shop.till"})
    void systemPropertiesWinOverTheEnvironmentAndThatOverFilesAndThoseOverTheArchive(String name, String property) {
        Given given = new Given();
        assertThat(given.archive(property, "archive").bound(Shop.class).till()).isEqualTo("archive");
        assertThat(given.file(name, "file").bound(Shop.class).till()).isEqualTo("file");
        assertThat(given.environment(name, "environment").bound(Shop.class).till())
                .isEqualTo("environment");
        assertThat(given.system(property, "system").bound(Shop.class).till()).isEqualTo("system");
    }

    @Test
    void anAliasInTheRealEnvironmentWinsOverTheOwnNameInAFile() {
        Given given = new Given().file("kernel.shop.till", "file").environment("SHOP_TILL", "environment");
        assertThat(given.bound(Shop.class).till()).isEqualTo("environment");
    }

    @Test
    void everyTypeIsRead() {
        Given given = new Given()
                .file("kernel.all.flag", "Yes")
                .file("kernel.all.small", " 12 ")
                .file("kernel.all.large", "12345678901")
                .file("kernel.all.share", "0.5")
                .file("kernel.all.text", "a, b")
                .file("kernel.all.secret", "x y")
                .file("kernel.all.role", "Worker")
                .file("kernel.all.pause", "1h30m")
                .file("kernel.all.path", "/var/data")
                .file("kernel.all.uri", "https://example.com/x")
                .file("kernel.all.some", "3")
                .file("kernel.all.names", "a, b\\,c ,, d")
                .file("kernel.all.delays", "500ms,5s,30d,PT2M")
                .file("kernel.all.converted", "1.50")
                .file("KERNEL_ALL_INNER_DEEPER_MAX_BODY_SIZE", "9");
        assertThat(given.bound(AllTypes.class))
                .isEqualTo(new AllTypes(
                        true,
                        12,
                        12_345_678_901L,
                        0.5,
                        "a, b",
                        new SecretText("x y"),
                        NodeRole.WORKER,
                        Duration.ofMinutes(90),
                        Path.of("/var/data"),
                        URI.create("https://example.com/x"),
                        Optional.of(3),
                        Optional.empty(),
                        List.of("a", "b,c", "d"),
                        List.of(
                                Duration.ofMillis(500),
                                Duration.ofSeconds(5),
                                Duration.ofDays(30),
                                Duration.ofMinutes(2)),
                        new BigDecimal("1.50"),
                        new AllTypes.Inner(7, new AllTypes.Inner.Deeper(Optional.of("9")))));
    }

    @Settings("kernel.empty")
    record Emptied(
            @Default("x") Optional<String> some,
            @Default("a,b") List<String> list,
            @Default("5") int number) {}

    @Test
    void anEmptyValueEmptiesWhatCanBeEmptyAndElseCountsAsNotSet() {
        Given given = new Given()
                .environment("KERNEL_EMPTY_SOME", "")
                .environment("KERNEL_EMPTY_LIST", "")
                .environment("KERNEL_EMPTY_NUMBER", " ");
        assertThat(given.bound(Emptied.class)).isEqualTo(new Emptied(Optional.empty(), List.of(), 5));
    }

    @Test
    void aValueMayReferToAnother() {
        Given given = new Given().file("kernel.shop.till", "till of ${OWNER}").environment("OWNER", "Ann");
        assertThat(given.bound(Shop.class).till()).isEqualTo("till of Ann");
    }

    @Test
    void theConfigurationOfEveryArchiveCounts() {
        Config kernel = new Given().archive("kernel.shop.till", "kernel's").config();
        Config app = new Given()
                .archive("kernel.shop.till", "app's")
                .file("TILL", "file")
                .config();
        Sources sources = new Sources(List.of(kernel, app), List.of());
        assertThat(sources.find(List.of("kernel.shop.till")).orElseThrow().text())
                .isEqualTo("kernel's");
        assertThat(sources.find(List.of("kernel.shop.till", "TILL"))
                        .orElseThrow()
                        .text())
                .isEqualTo("file");
    }

    @Test
    void whatAnArchiveCarriesCountsWhereNoConfigurationHoldsIt(@TempDir Path archive) throws IOException {
        Path file = archive.resolve("META-INF/microprofile-config.properties");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "kernel.shop.till=carried\n");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {archive.toUri().toURL()}, null)) {
            List<ConfigSource> carried = CarriedSource.of(loader);
            assertThat(till(new Given(), carried)).isEqualTo("carried");
            assertThat(till(new Given().archive("kernel.shop.till", "archive"), carried))
                    .isEqualTo("archive");
            assertThat(till(new Given().file("TILL", "file"), carried)).isEqualTo("file");
        }
    }

    private static String till(Given given, List<ConfigSource> carried) {
        Sources sources = new Sources(List.of(given.config()), carried);
        return new Review(sources, Stream.of(Shop.class))
                .settings()
                .get(Shop.class)
                .till();
    }
}
