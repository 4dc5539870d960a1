package io.appkernel.passwords;

import static io.appkernel.errors.Refusals.invalid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
    private static final PasswordSettings SETTINGS = new PasswordSettings(8, 19_456, 2, 1, 0, 100);
    private static final String RIGHT = "correct horse battery";

    private static final Passwords PASSWORDS = new Passwords(SETTINGS, 2);

    @Test
    void aPasswordIsKeptAsArgon2idAtTheCostThatOwaspAdvises() {
        String hash = PASSWORDS.hash(RIGHT);

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(RIGHT);
        assertThat(PASSWORDS.hash(RIGHT)).isNotEqualTo(hash);
        assertThat(PASSWORDS.matches(RIGHT, Optional.of(hash))).isTrue();
        assertThat(PASSWORDS.matches(RIGHT + " ", Optional.of(hash))).isFalse();
        assertThat(PASSWORDS.isOutdated(hash)).isFalse();
    }

    @Test
    void whereThereIsNoHashNoPasswordIsRight() {
        assertThat(PASSWORDS.matches("of nobody's account", Optional.empty())).isFalse();
        assertThat(PASSWORDS.matches(RIGHT, Optional.of("{noop}" + RIGHT))).isFalse();
        assertThat(PASSWORDS.matches(RIGHT, Optional.of("$argon2id$nonsense"))).isFalse();
    }

    @Test
    void aHashOfOtherParametersIsRightAndOutdated() {
        String old = new Passwords(new PasswordSettings(8, 8_192, 1, 1, 0, 100), 2).hash(RIGHT);

        assertThat(PASSWORDS.matches(RIGHT, Optional.of(old))).isTrue();
        assertThat(PASSWORDS.isOutdated(old)).isTrue();
    }

    /** As password4j 1.8.4 and the reference implementation write them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=19456,t=2,p=1$HNp9YO0I9SX6RnZfitw0jQ$/SiTICjuDULbAuoAqv+Q65wsEkuCfdkD54eGNHcCgFw",
                "$argon2id$v=19$m=8192,t=3,p=4$fZ5CIOG/hDRw568e925FWA$pJQngvV/K9hqrksmsLJJe1zrjxp7eHpZ4TQGk8LgHgo",
                "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$/HetJC6LZ4lnwgLB+wJSS2a9bFu2Kq4HxwNWzoJq2qU",
            })
    void aHashThatAnotherLibraryMadeIsRight(String hash) {
        assertThat(PASSWORDS.matches(RIGHT, Optional.of(hash))).isTrue();
        assertThat(PASSWORDS.matches("not the right one", Optional.of(hash))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$nonsense",
                "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$",
                "$argon2id$v=19$m=99999999,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$c29tZXNhbHRzb21lc2FsdA",
                "$argon2id$v=19$m=8,t=2,p=2$c29tZXNhbHRzb21lc2FsdA$c29tZXNhbHRzb21lc2FsdA",
                "$argon2i$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$c29tZXNhbHRzb21lc2FsdA",
                "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdB$c29tZXNhbHRzb21lc2FsdAA",
            })
    void whatIsNoHashIsOfNoPassword(String hash) {
        assertThat(PASSWORDS.matches(RIGHT, Optional.of(hash))).isFalse();
    }

    @Test
    void theSameCharactersComposedInAnotherWayAreTheSamePassword() {
        String hash = PASSWORDS.hash("Schlüsselbund");

        assertThat(PASSWORDS.matches("Schlu\u0308sselbund", Optional.of(hash))).isTrue();
    }

    /** The medians of many turns, taken one after the other: what disturbs the machine disturbs both. */
    @Test
    void anUnknownAccountTakesAsLongAsAWrongPassword() {
        Optional<String> known = Optional.of(PASSWORDS.hash(RIGHT));
        int turns = 25;
        long[] wrong = new long[turns];
        long[] unknown = new long[turns];
        for (int i = -5; i < turns; i++) {
            long first = nanos(() -> PASSWORDS.matches("not the right one", known));
            long second = nanos(() -> PASSWORDS.matches("not the right one", Optional.empty()));
            if (i >= 0) {
                wrong[i] = first;
                unknown[i] = second;
            }
        }
        Arrays.sort(wrong);
        Arrays.sort(unknown);

        assertThat((double) unknown[turns / 2] / wrong[turns / 2])
                .as("medians of %d and %d ns", unknown[turns / 2], wrong[turns / 2])
                .isBetween(0.67, 1.5);
    }

    private static long nanos(BooleanSupplier work) {
        long begin = System.nanoTime();
        assertThat(work.getAsBoolean()).isFalse();
        return System.nanoTime() - begin;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"short", "1234567", "        ", "password", "PassWord1", "12345678", "Iloveyou", "qwertyuiop"})
    void shortAndCommonPasswordsAreRefused(String password) {
        refused(password, List.of());
    }

    @Test
    void aPasswordThatIsTheNameIsRefused() {
        refused("Ada.Lovelace@Example.com", List.of("ada.lovelace@example.com", "ada.lovelace"));
        refused("ADA.LOVELACE", List.of("ada.lovelace@example.com", "ada.lovelace"));
        assertThatCode(() -> PASSWORDS.require("password", "ada.lovelace2", List.of("ada.lovelace")))
                .doesNotThrowAnyException();
    }

    @Test
    void aPasswordHas8To1024Characters() {
        assertThatCode(() -> PASSWORDS.require("password", "x7!kQ9@z", List.of()))
                .doesNotThrowAnyException();
        assertThatCode(() -> PASSWORDS.require("password", "🔑".repeat(1024), List.of()))
                .doesNotThrowAnyException();
        refused("x".repeat(1025), List.of());
    }

    private void refused(String password, List<String> names) {
        invalid("new_password", () -> PASSWORDS.require("new_password", password, names));
    }

    @Test
    void whatIsSaidOfAPasswordDoesNotRepeatIt() {
        assertThatThrownBy(() -> PASSWORDS.require("password", "iloveyou", List.of()))
                .message()
                .doesNotContain("iloveyou");
    }

    @Test
    void halfOfTheProcessorsHash() {
        assertThat(SETTINGS.threads(1)).isEqualTo(1);
        assertThat(SETTINGS.threads(2)).isEqualTo(1);
        assertThat(SETTINGS.threads(8)).isEqualTo(4);
        assertThat(new PasswordSettings(8, 19_456, 2, 1, 3, 100).threads(8)).isEqualTo(3);
    }

    @Test
    void settingsThatWeakenPasswordsTooFarAreRefused() {
        assertThatThrownBy(() -> new PasswordSettings(4, 19_456, 2, 1, 0, 100))
                .hasMessageStartingWith("password-min-length");
        assertThatThrownBy(() -> new PasswordSettings(8, 1_024, 2, 1, 0, 100))
                .hasMessageStartingWith("argon2-memory-kib");
    }
}
