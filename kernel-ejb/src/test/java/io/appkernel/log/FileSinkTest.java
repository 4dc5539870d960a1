package io.appkernel.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSinkTest {
    @TempDir
    Path dir;

    private Instant now = Instant.parse("2026-02-10T23:59:00Z");
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private FileSink sink;

    @AfterEach
    void close() throws IOException {
        sink.close();
    }

    private void write(String text) throws IOException {
        sink.write(List.of(new LogLine(LogLevel.INFO, text)));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(dir.resolve("logs"))) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private FileSink open(long maxSize, int maxFiles) {
        sink = new FileSink(dir.resolve("logs"), maxSize, maxFiles, clock);
        return sink;
    }

    @Test
    void eachDayHasItsFile() throws IOException {
        open(1000, 10);
        write("a");
        now = now.plus(Duration.ofMinutes(2));
        write("b");

        assertThat(files()).containsExactly("kernel-2026-02-10.0000.log", "kernel-2026-02-11.0000.log");
        assertThat(dir.resolve("logs/kernel-2026-02-11.0000.log")).hasContent("b\n");
    }

    @Test
    void aFullFileIsContinuedInTheNext() throws IOException {
        open(4, 10);
        write("1234");
        write("5678");

        assertThat(files()).containsExactly("kernel-2026-02-10.0000.log", "kernel-2026-02-10.0001.log");
    }

    @Test
    void aRestartGoesOnWhereItStopped() throws IOException {
        open(8, 10);
        write("1234");
        write("5");
        sink.close();
        open(8, 10);
        write("6");

        assertThat(files()).containsExactly("kernel-2026-02-10.0000.log");
        assertThat(dir.resolve("logs/kernel-2026-02-10.0000.log")).hasContent("1234\n5\n6\n");
    }

    @Test
    void theOldestFilesGoAndOthersStay() throws IOException {
        Files.createDirectories(dir.resolve("logs"));
        Files.writeString(dir.resolve("logs/mine.log"), "x");
        open(1, 2);
        write("a");
        write("b");
        write("c");

        assertThat(files()).containsExactly("kernel-2026-02-10.0001.log", "kernel-2026-02-10.0002.log", "mine.log");
    }

    @Test
    void aFileThatIsTakenAwayIsMadeAgain() throws IOException {
        open(1000, 10);
        write("a");
        Files.delete(dir.resolve("logs/kernel-2026-02-10.0000.log"));
        write("b");

        assertThat(dir.resolve("logs/kernel-2026-02-10.0000.log")).hasContent("b\n");
    }
}
