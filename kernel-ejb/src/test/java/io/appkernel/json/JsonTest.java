package io.appkernel.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTransient;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private final Json json = new Json();

    record Inner(int itemCount) {}

    enum Size {
        SMALL,
        LARGE
    }

    record Wire(
            String displayName,
            int count,
            Instant createdAt,
            BigDecimal price,
            Optional<String> note,
            List<Inner> innerItems,
            Size size) {}

    static class Account {
        String openName = "visible";

        @JsonbTransient
        String passwordHash = "hash";

        @JsonbProperty("other")
        String renamed = "x";

        private String hidden = "hidden";
    }

    @Test
    void whatIsWrittenIsReadBackTheSame() {
        Wire wire = new Wire(
                "ü \"quoted\"\n",
                3,
                Instant.parse("2026-02-10T14:30:00.123456Z"),
                new BigDecimal("12345678901234567890.10"),
                Optional.of(""),
                List.of(new Inner(1)),
                Size.LARGE);
        String text = new String(json.write(wire), StandardCharsets.UTF_8);
        assertThat(text)
                .contains("\"display_name\"", "\"inner_items\":[{\"item_count\":1}]", "12345678901234567890.10")
                .contains("\"created_at\":\"2026-02-10T14:30:00.123456Z\"");
        assertThat(json.read(text, Wire.class)).isEqualTo(wire);
    }

    @Test
    void unknownFieldsAreIgnoredAndMissingOnesAreNullOrEmpty() {
        Wire wire = json.read("{\"count\":1,\"nobody_knows\":{\"a\":[1]}}", Wire.class);
        assertThat(wire.displayName()).isNull();
        assertThat(wire.note()).isEmpty();
    }

    @Test
    void aClassWrittenForJsonBKeepsItsNamesAndItsSecrets() {
        String text = new String(json.write(new Account()), StandardCharsets.UTF_8);
        assertThat(text).contains("\"open_name\":\"visible\"", "\"other\":\"x\"");
        assertThat(text).doesNotContain("hash", "hidden", "renamed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"count\":\"1\"}|count|whole number",
                "{\"count\":1.5}|count|whole number",
                "{\"count\":null}|count|required",
                "{}|count|required",
                "{\"count\":99999999999}|count|whole number",
                "{\"count\":1,\"display_name\":{}}|display_name|string",
                "{\"count\":1,\"display_name\":5}|display_name|string",
                "{\"count\":1,\"created_at\":\"soon\"}|created_at|ISO-8601",
                "{\"count\":1,\"size\":\"MEDIUM\"}|size|SMALL, LARGE",
                "{\"count\":1,\"inner_items\":[{\"item_count\":true}]}|inner_items[0].item_count|whole number",
                "{\"count\":1,\"inner_items\":{}}|inner_items|array",
                "{\"count\":1,\"price\":\"9.50\"}|price|number"
            })
    void aWrongValueIsRefusedWithItsFieldAndWhatWasExpected(String text, String field, String expected) {
        assertThatThrownBy(() -> json.read(text, Wire.class))
                .asInstanceOf(InstanceOfAssertFactories.type(KernelException.class))
                .satisfies(e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.INVALID);
                    assertThat(e.errors()).singleElement().satisfies(error -> {
                        assertThat(error.field()).isEqualTo(field);
                        assertThat(error.message()).contains(expected);
                    });
                    assertThat(e.getMessage()).doesNotContain("java.", "io.appkernel", "Exception");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a\":[1", "nonsense", "{\"a\":1}{", "{\"a\":1,\"a\":2}", "{a:1}", "\u0000"})
    void whatIsNotJsonIsMalformed(String text) {
        assertThatThrownBy(() -> json.read(text, Map.class))
                .asInstanceOf(InstanceOfAssertFactories.type(KernelException.class))
                .extracting(KernelException::code)
                .isEqualTo(ErrorCode.MALFORMED);
    }

    @Test
    void nestingIsBounded() {
        assertThatThrownBy(() -> json.read("[".repeat(1_000) + "]".repeat(1_000), Object.class))
                .asInstanceOf(InstanceOfAssertFactories.type(KernelException.class))
                .extracting(KernelException::code)
                .isEqualTo(ErrorCode.MALFORMED);
    }

    enum Hue {
        RED
    }

    record Paint(String hue) {
        Paint {
            Hue.valueOf(hue);
        }
    }

    record Fixed(String text) {
        Fixed {
            throw new IllegalArgumentException("must be signed, e.g. a.b@example.com");
        }
    }

    @Test
    void aConstructorsOwnWordsAreToldButNoClassName() {
        assertThatThrownBy(() -> json.read("{\"hue\":\"GREEN\"}", Paint.class))
                .isInstanceOf(KernelException.class)
                .hasMessageNotContaining("io.appkernel")
                .hasMessageContaining("cannot be used");
        assertThatThrownBy(() -> json.read("{\"text\":\"x\"}", Fixed.class)).hasMessageContaining("must be signed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000ff00000000", "ff000000ff", "feff00", "0000feffffffffff", "fffe0000ffffffff"})
    void bytesThatAreNoTextAreMalformed(String hex) {
        byte[] bytes = java.util.HexFormat.of().parseHex(hex);
        assertThatThrownBy(() -> json.read(new java.io.ByteArrayInputStream(bytes), Map.class))
                .asInstanceOf(InstanceOfAssertFactories.type(KernelException.class))
                .extracting(KernelException::code)
                .isEqualTo(ErrorCode.MALFORMED);
    }
}
