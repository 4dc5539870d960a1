package io.appkernel.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompressionTest {
    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br, gzip", "GZIP;q=0.5", "*", "deflate, *;q=0.1"})
    void gzipIsAcceptedWhenNamedOrUnderAStar(String header) {
        assertThat(Compression.isAccepted(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "br", "gzip;q=0", "gzip;q=0.000, *", "*;q=0", "identity"})
    void gzipIsNotAcceptedWhenRefusedOrUnnamed(String header) {
        assertThat(Compression.isAccepted(header)).isFalse();
    }

    @Test
    void nobodyWhoSaysNothingGetsGzip() {
        assertThat(Compression.isAccepted(null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "application/json,true",
        "application/problem+json;charset=UTF-8,true",
        "text/html,true",
        "image/svg+xml,true",
        "image/png,false",
        "text/event-stream,false",
        "application/octet-stream,false"
    })
    void textIsWorthItAndStreamsAndImagesAreNot(String type, boolean worthIt) {
        assertThat(Compression.isWorthIt(type)).isEqualTo(worthIt);
    }
}
