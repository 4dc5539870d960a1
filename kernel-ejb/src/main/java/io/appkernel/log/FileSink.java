package io.appkernel.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Appends to {@code kernel-<day>.<n>.log}; a new day or a full file begins the next one, and the oldest go. */
final class FileSink implements LogSink {
    private static final Pattern OURS = Pattern.compile("kernel-\\d{4}-\\d\\d-\\d\\d\\.\\d{4}\\.log");

    private final Path dir;
    private final long maxSize;
    private final int maxFiles;
    private final Clock clock;

    private @Nullable OutputStream out;
    private @Nullable Path file;
    private @Nullable LocalDate day;
    private int number;

    FileSink(Path dir, long maxSize, int maxFiles, Clock clock) {
        this.dir = dir;
        this.maxSize = maxSize;
        this.maxFiles = maxFiles;
        this.clock = clock;
    }

    @Override
    public void write(List<LogLine> lines) throws IOException {
        new StreamSink(current()).write(lines);
    }

    private OutputStream current() throws IOException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (out != null && file != null && today.equals(day) && Files.exists(file) && Files.size(file) < maxSize) {
            return out;
        }
        return next(today);
    }

    private OutputStream next(LocalDate today) throws IOException {
        close();
        Files.createDirectories(dir);
        number = today.equals(day) ? number : 0;
        Path candidate = path(today);
        while (Files.exists(candidate) && Files.size(candidate) >= maxSize) {
            number++;
            candidate = path(today);
        }
        OutputStream opened = Files.newOutputStream(candidate, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        day = today;
        file = candidate;
        out = opened;
        prune();
        return opened;
    }

    private Path path(LocalDate today) {
        return dir.resolve(String.format("kernel-%s.%04d.log", today, number));
    }

    private void prune() throws IOException {
        List<Path> old;
        try (Stream<Path> files = Files.list(dir)) {
            old = files.filter(
                            path -> OURS.matcher(path.getFileName().toString()).matches())
                    .sorted(Comparator.comparing(Path::getFileName).reversed())
                    .skip(maxFiles)
                    .toList();
        }
        for (Path path : old) {
            Files.deleteIfExists(path);
        }
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
            out = null;
        }
    }
}
