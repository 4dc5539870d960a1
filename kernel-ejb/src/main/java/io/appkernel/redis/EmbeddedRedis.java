package io.appkernel.redis;

import io.appkernel.settings.SecretText;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A Redis for development: whoever comes first to a directory starts it, others share it, and when it is gone the next
 * who notices starts it again where it was, with its data. Thread-safe.
 */
final class EmbeddedRedis {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
    private static final Duration BETWEEN = Duration.ofMillis(10);

    private final Path directory;
    private @Nullable EmbeddedProcess own;
    private boolean closed;

    private EmbeddedRedis(Path directory) {
        this.directory = directory;
    }

    /**
     * Starts one in that directory, or finds the one that runs there.
     *
     * @throws IllegalStateException saying why there is none
     */
    static EmbeddedRedis open(Path directory) {
        EmbeddedRedis redis = new EmbeddedRedis(directory.toAbsolutePath().normalize());
        redis.startOrShare();
        return redis;
    }

    Path directory() {
        return directory;
    }

    String url() {
        return EmbeddedNote.read(directory)
                .orElseThrow(() -> new IllegalStateException("its note in " + directory + " is gone"))
                .url();
    }

    /** Whether this deployment runs it, and not another one. */
    synchronized boolean isOwn() {
        return own != null;
    }

    /** Somebody could not reach it: starts it again unless it still runs. */
    synchronized void revive() {
        boolean runs = EmbeddedNote.read(directory)
                .flatMap(note -> note.server().running())
                .isPresent();
        if (!closed && !runs) {
            startOrShare();
        }
    }

    /** Ends it if this deployment started it; what was acknowledged stays in the directory. */
    synchronized void close() {
        closed = true;
        if (own != null) {
            own.stop();
            own = null;
        }
    }

    private synchronized void startOrShare() {
        try {
            Files.createDirectories(directory);
            try (FileChannel file = FileChannel.open(
                            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = lock(file)) {
                Optional<EmbeddedNote> before = EmbeddedNote.read(directory);
                if (!lock.isValid() || before.isPresent() && runs(before.get())) {
                    return;
                }
                own = start(before);
            }
        } catch (IOException e) {
            throw new IllegalStateException("files in " + directory + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Without the JVM that keeps it, it is on its way down. */
    private static boolean runs(EmbeddedNote note) {
        Optional<ProcessHandle> server = note.server().running();
        if (server.isEmpty()) {
            return false;
        }
        if (note.keeper().running().isPresent() && EmbeddedProcess.listens(note.port())) {
            return true;
        }
        if (EmbeddedProcess.ends(server.get())) {
            return false;
        }
        throw new IllegalStateException(
                "process " + note.server().pid() + " has its files open and does not answer; end it");
    }

    /** Where it was before, if that is free: those who shared it find it again. */
    private EmbeddedProcess start(Optional<EmbeddedNote> before) throws IOException {
        int port = EmbeddedProcess.freePort(before.map(EmbeddedNote::port).orElse(0));
        SecretText password = before.map(EmbeddedNote::password)
                .orElseGet(() -> new SecretText(UUID.randomUUID().toString()));
        EmbeddedProcess started = EmbeddedProcess.start(directory, port, password);
        started.note().write(directory);
        return started;
    }

    private static FileLock lock(FileChannel file) throws IOException {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (true) {
            Optional<FileLock> lock = tryLock(file);
            if (lock.isPresent()) {
                return lock.get();
            }
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("another application has been starting it for too long");
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }

    private static Optional<FileLock> tryLock(FileChannel file) throws IOException {
        try {
            return Optional.ofNullable(file.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty(); // Another deployment in this JVM has it.
        }
    }
}
