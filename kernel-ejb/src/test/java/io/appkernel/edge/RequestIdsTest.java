package io.appkernel.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdsTest {
    @Test
    void aHarmlessIdIsKept() {
        assertThat(RequestIds.of("Req-1.2_3:4")).isEqualTo("Req-1.2_3:4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\r\nSet-Cookie: x", "ü", "<x>", "a;b"})
    void anIdThatCouldHarmIsReplaced(String id) {
        assertThat(RequestIds.of(id)).hasSize(36).isNotEqualTo(id);
    }

    @Test
    void anIdThatIsTooLongOrMissingIsReplacedByATimeOrderedOne() {
        assertThat(RequestIds.of("a".repeat(128))).hasSize(128);
        assertThat(RequestIds.of("a".repeat(129))).hasSize(36);
        assertThat(RequestIds.of(null).charAt(14)).isEqualTo('7');
    }
}
