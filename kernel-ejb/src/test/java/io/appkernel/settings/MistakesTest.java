package io.appkernel.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MistakesTest {
    private static final String PASSWORD = "hunter2hunter2";

    @Settings("kernel.shop")
    record Shop(
            @Default("5") @Alias("SHOP_SIZE") int size,
            @Default("1m") Duration pause,
            @Default("false") boolean open,
            @Default("all") NodeRole role,
            @Default("1") List<Integer> floors) {}

    @Settings("kernel.picky")
    record Picky(
            @Default("1") int least,
            @Default("9") int most,
            @Default("a") String name) {
        Picky {
            if (least < 1) {
                throw new IllegalArgumentException("least must be at least 1");
            }
            if (most < least) {
                throw new IllegalArgumentException("most must not be below least");
            }
            if (name.length() > 3) {
                throw new IllegalArgumentException("too much of a name");
            }
        }
    }

    @Test
    void everyWrongValueIsReportedWithWhatIsExpectedAndItsSource() {
        Review review = new Given()
                .environment("SHOP_SIZE", "big")
                .file("kernel.shop.pause", "60")
                .system("kernel.shop.open", "maybe")
                .archive("kernel.shop.role", "king")
                .file("KERNEL_SHOP_FLOORS", "1,two")
                .review(Shop.class);
        assertThat(review.problems())
                .containsExactly(
                        "kernel.shop.size: 'big' is not a whole number (SHOP_SIZE in EnvConfigSource)",
                        "kernel.shop.pause: '60' is not a duration with its unit, such as 500ms, 30s, 15m, 12h or 30d"
                                + " (kernel.shop.pause in /app/.env)",
                        "kernel.shop.open: 'maybe' is not true or false (kernel.shop.open in system properties)",
                        "kernel.shop.role: 'king' is not one of all, web, worker (kernel.shop.role in the archive)",
                        "kernel.shop.floors: '1,two' is not a comma-separated list of which each is a whole number"
                                + " (kernel.shop.floors in /app/.env)");
        assertThat(review.settings().get(Shop.class))
                .isEqualTo(new Shop(5, Duration.ofMinutes(1), false, NodeRole.ALL, List.of(1)));
    }

    @Test
    void aHostileValueCannotForgeALineOfTheMessage() {
        Review review = new Given()
                .environment("SHOP_SIZE", "1\n  - all is well\u001b[2J")
                .review(Shop.class);
        assertThat(review.problems())
                .singleElement()
                .asString()
                .startsWith("kernel.shop.size: '1?  - all is well?[2J'");
    }

    @Test
    void everyRefusalOfOneRecordIsReported() {
        Review review = new Given()
                .environment("KERNEL_PICKY_LEAST", "0")
                .file("kernel.picky.most", "-1")
                .review(Picky.class);
        assertThat(review.problems())
                .containsExactly(
                        "kernel.picky.least must be at least 1 (kernel.picky.least in EnvConfigSource)",
                        "kernel.picky.most must not be below least (kernel.picky.most in /app/.env)");
    }

    @Test
    void aRefusalThatNamesNoComponentIsReportedWithThePrefix() {
        Review review = new Given().file("kernel.picky.name", "Annabel").review(Picky.class);
        assertThat(review.problems()).containsExactly("kernel.picky.*: too much of a name");
        assertThatThrownBy(() -> review.settings().get(Picky.class)).isInstanceOf(UnboundSettings.class);
    }

    @Settings("kernel.needy")
    record Needy(@Alias("NEED") String need, Optional<String> other) {}

    @Test
    void aMissingValueIsReportedWithEveryNameItCanHave() {
        assertThat(new Given().review(Needy.class).problems())
                .containsExactly("kernel.needy.need must be set (or NEED); it has no default");
    }

    @Test
    void aReferenceToNothingIsReportedWithoutTheValue() {
        Review review = new Given().file("NEED", "pass${word}").review(Needy.class);
        assertThat(review.problems())
                .singleElement()
                .asString()
                .startsWith("kernel.needy.need refers with ${...}")
                .endsWith("(NEED in /app/.env)")
                .doesNotContain("word");
    }

    @Settings("kernel.shop")
    record OtherShop(@Default("1") int size) {}

    @Test
    void twoRecordsWithOnePropertyAreReported() {
        assertThat(new Given().review(Shop.class, OtherShop.class).problems())
                .singleElement()
                .asString()
                .startsWith("kernel.shop.size belongs to two records")
                .contains(Shop.class.getName(), OtherShop.class.getName());
    }

    @Settings("kernel.odd")
    record Odd(Map<String, String> map, Object any, Optional<List<String>> nested, Inner inner) {
        record Inner(Optional<Shop> shop) {}
    }

    @Test
    void everyComponentOfATypeThatCannotBeReadIsReported() {
        assertThat(new Given().review(Odd.class).problems())
                .hasSize(4)
                .allSatisfy(problem -> assertThat(problem).contains("can never be read"))
                .anySatisfy(problem -> assertThat(problem)
                        .contains("kernel.odd.map", Odd.class.getName(), "java.util.Map<java.lang.String"));
    }

    @Settings("kernel.vault")
    record Vault(SecretText key, List<SecretText> keys, Optional<SecretText> url) {
        Vault {
            if (url.isPresent()) {
                throw new IllegalArgumentException("url must look better, not like " + url.get());
            }
        }
    }

    @Test
    void noSecretIsInAMessageARecordOrADescription() {
        Review review = new Given()
                .file("kernel.vault.key", PASSWORD)
                .file("kernel.vault.keys", PASSWORD + "," + PASSWORD)
                .file("kernel.vault.url", PASSWORD)
                .review(Vault.class);
        String everything = review.problems() + " " + review.settings().get(Vault.class)
                + review.settings().describe();
        assertThat(review.problems()).hasSize(1);
        assertThat(everything).contains(SecretText.MASK).doesNotContain(PASSWORD);
    }

    @Test
    void whatIsInForceCanBeDescribed() {
        Review review = new Given().environment("SHOP_SIZE", "6").review(Shop.class);
        assertThat(review.settings().describe())
                .extracting(Property::name)
                .isSorted()
                .hasSize(5)
                .contains("kernel.shop.floors");
        assertThat(review.settings().describe())
                .contains(
                        new Property(
                                "kernel.shop.size",
                                List.of("SHOP_SIZE"),
                                "a whole number",
                                "5",
                                "6",
                                "SHOP_SIZE in EnvConfigSource"),
                        new Property(
                                "kernel.shop.role", List.of(), "one of all, web, worker", "all", "all", "default"));
    }

    @Test
    void aRecordThatIsNotOfTheDeploymentIsRefusedByName() {
        assertThatThrownBy(() -> KernelSettings.of().get(Shop.class)).hasMessageContaining(Shop.class.getName());
    }
}
