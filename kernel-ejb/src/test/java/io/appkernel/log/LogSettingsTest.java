package io.appkernel.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogSettingsTest {
    static LogSettings withLevel(String level) {
        return new LogSettings(
                level, LogFormat.JSON, LogOutput.STDOUT, Optional.empty(), 50_000_000, 14, 4_000_000, 8192);
    }

    @ParameterizedTest
    @CsvSource({"info,INFO", "WARNING,WARN", "Critical,ERROR", "' debug ',DEBUG", "off,OFF"})
    void levelsAreKnownInAnyCaseAndByTheirOtherNames(String text, LogLevel level) {
        assertThat(withLevel(text).threshold()).isEqualTo(level);
    }

    @Test
    void anUnknownLevelIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> withLevel("loud")).hasMessageStartingWith("level must be one of trace, debug");
    }

    @Test
    void aQueueThatCannotHoldABurstIsRefused() {
        assertThatThrownBy(() -> new LogSettings(
                        "INFO", LogFormat.JSON, LogOutput.STDOUT, Optional.empty(), 50_000_000, 14, 10, 8192))
                .hasMessageStartingWith("queue-size must");
    }
}
