package io.appkernel.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BytePatternTest {
    @Test
    void findsItAnywhere() {
        for (String text : List.of("abcab", "xabcab", "abcabx", "ababcab", "abcabcab", "xxabcxabcab")) {
            assertThat(pattern("abcab").isIn(bytes(text))).as(text).isTrue();
        }
    }

    @Test
    void doesNotFindPartsOfIt() {
        for (String text : List.of("", "abca", "bcab", "abcxab", "abcaabc")) {
            assertThat(pattern("abcab").isIn(bytes(text))).as(text).isFalse();
        }
    }

    @Test
    void agreesWithStringsOnRandomBytes() {
        Random random = new Random(42);
        for (int round = 0; round < 5_000; round++) {
            String text = random(random, 40);
            String wanted = random(random, 1 + random.nextInt(4));
            assertThat(pattern(wanted).isIn(bytes(text))).isEqualTo(text.contains(wanted));
        }
    }

    /** Bytes above 127 too, which are negative in Java. */
    private static String random(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) (0xfe + random.nextInt(2) * -0x80 + random.nextInt(2)));
        }
        return text.toString();
    }

    private static BytePattern pattern(String text) {
        return new BytePattern(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
