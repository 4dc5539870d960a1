package io.appkernel.users;

import static io.appkernel.errors.Refusals.invalid;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
    private static final String LOCAL_64 = "a".repeat(64);
    private static final String LABEL_63 = "d".repeat(63);
    private static final String DOMAIN_255 = LABEL_63 + "." + LABEL_63 + "." + LABEL_63 + "." + LABEL_63;

    @ParameterizedTest
    @CsvSource({
        "ada@example.com, ada@example.com",
        "ADA@Example.COM, ada@example.com",
        "'  ada@example.com\t', ada@example.com",
        "ａｄａ＠ｅｘａｍｐｌｅ．ｃｏｍ, ada@example.com",
        "ada+news@example.com, ada+news@example.com",
        "a.d-a_'x@example.com, a.d-a_'x@example.com",
        "ada@bücher.example, ada@xn--bcher-kva.example",
        "ada@XN--BCHER-KVA.example, ada@xn--bcher-kva.example",
        "ada@straße.example, ada@strasse.example",
        "ÅSA@example.com, åsa@example.com",
        "A\u030Asa@example.com, åsa@example.com",
        "почта@example.com, почта@example.com",
        "日本ごグ@example.com, 日本ごグ@example.com",
        "root@localhost, root@localhost"
    })
    void spellingsOfOneAddressAreComparedAsOne(String given, String key) {
        assertThat(Identifiers.emailKey(given)).isEqualTo(key);
        assertThat(Identifiers.emailKey(key)).as("its own key").isEqualTo(key);
    }

    @Test
    void plusAddressingTellsAddressesApart() {
        assertThat(Identifiers.emailKey("ada+one@example.com")).isNotEqualTo(Identifiers.emailKey("ada@example.com"));
        assertThat(Identifiers.emailKey("ada+one@example.com"))
                .isNotEqualTo(Identifiers.emailKey("ada+two@example.com"));
    }

    @Test
    void anAddressIsKeptAsItWasGivenButForTheSpaceAround() {
        assertThat(Identifiers.email(" Ada+News@Example.com ")).isEqualTo("Ada+News@Example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "ada",
                "@",
                "ada@",
                "@example.com",
                "a@b@example.com",
                "ada lovelace@example.com",
                "ada\u00a0lovelace@example.com",
                "ada\u0000@example.com",
                "ada\n@example.com",
                "ada@example.com\u0000",
                "ada@exa mple.com",
                "ada@example.com\u00a0",
                "ada\u200b@example.com",
                "a\u200dda@example.com",
                "ada\u202e@example.com",
                "ada@exam\u200dple.com",
                "ada@exam\u00adple.com",
                ".ada@example.com",
                "ada.@example.com",
                "a..da@example.com",
                "\"ada\"@example.com",
                "ada@example..com",
                "ada@example.com.",
                "ada@.example.com",
                "ada@-example.com",
                "ada@exa_mple.com",
                "ada@[127.0.0.1]",
                "Ada <ada@example.com>",
                "ada@example.com,eve@example.com",
                "аda@example.com",
                "αda@example.com"
            })
    void whatIsNoAddressIsRefused(String given) {
        invalid("email", () -> Identifiers.emailKey(given));
        assertThat(Identifiers.knownEmail(given)).isEmpty();
    }

    @Test
    void anAddressHas320CharactersAndNotOneMore() {
        String longest = LOCAL_64 + "@" + DOMAIN_255;
        assertThat(longest).hasSize(320);
        assertThat(Identifiers.email(longest)).isEqualTo(longest);
        assertThat(Identifiers.emailKey(longest)).hasSize(320);

        invalid("email", () -> Identifiers.email(LOCAL_64 + "@" + DOMAIN_255 + "d"));
        invalid("email", () -> Identifiers.email("a" + LOCAL_64 + "@example.com"));
        invalid("email", () -> Identifiers.email("a@" + "d.".repeat(127) + "dd"));
    }

    @Test
    void whatGrowsBeyondItWhenFoldedIsRefusedToo() {
        invalid("email", () -> Identifiers.email("ﷺ".repeat(10) + "@example.com"));
        invalid("email", () -> Identifiers.email("ada@" + "ü".repeat(60) + "." + "ü".repeat(60) + ".example"));
    }

    @ParameterizedTest
    @CsvSource({"ada, ada", "Ada.L-2_x, ada.l-2_x", "' ada ', ada", "ＡＤＭＩＮ, admin", "adﬁn, adfin"})
    void spellingsOfOneUsernameAreComparedAsOne(String given, String key) {
        assertThat(Identifiers.usernameKey(given)).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ad",
                "аdmin",
                "admın",
                "àda",
                "ada lovelace",
                "ada@example.com",
                "ada＠example.com",
                "ada\u200b",
                "ada\n.",
                "ada/..",
                "İsa"
            })
    void whatIsNoUsernameIsRefused(String given) {
        invalid("username", () -> Identifiers.username(given));
        assertThat(Identifiers.knownUsername(given)).isEmpty();
    }

    @Test
    void aUsernameHas3To64Characters() {
        assertThat(Identifiers.username("a".repeat(64))).hasSize(64);
        invalid("username", () -> Identifiers.username("a".repeat(65)));
        invalid("username", () -> Identifiers.username("ﬃ".repeat(30)));
    }

    @Test
    void namesHoldAnyTextButControlCharacters() {
        assertThat(Identifiers.name(" Ada 🚀 Løvelace ")).isEqualTo("Ada 🚀 Løvelace");
        invalid("name", () -> Identifiers.name("Ada\u0000"));
        invalid("name", () -> Identifiers.name("a".repeat(256)));
    }
}
