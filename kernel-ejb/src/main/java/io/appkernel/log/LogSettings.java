package io.appkernel.log;

import io.appkernel.settings.Alias;
import io.appkernel.settings.Default;
import io.appkernel.settings.Settings;
import jakarta.enterprise.context.Dependent;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The kernel's log.
 *
 * @param level the least level that is written: trace, debug, info, warn, error or off
 * @param dir a directory that gets a copy of every line, in files by day; none means no files
 * @param maxFileSize bytes after which a day's file is continued in another one
 * @param maxFiles how many files to keep
 * @param queueSize characters that may wait to be written before lines are dropped
 * @param maxFieldLength characters after which a field's value is cut
 */
@Dependent
@Settings("kernel.log")
public record LogSettings(
        @Default("INFO") @Alias("LOG_LEVEL") String level,
        @Default("json") LogFormat format,
        @Default("stdout") LogOutput output,
        @Alias("LOG_DIR") Optional<Path> dir,
        @Default("50000000") long maxFileSize,
        @Default("14") int maxFiles,
        @Default("4000000") int queueSize,
        @Default("8192") int maxFieldLength) {

    public LogSettings {
        try {
            LogLevel.parse(level);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("level must be one of trace, debug, info, warn, error, off", e);
        }
        require(maxFileSize >= 1_000, "max-file-size must be 1000 bytes or more");
        require(maxFiles >= 1, "max-files must be 1 or more: the file being written is one of them");
        require(queueSize >= 10_000, "queue-size must be 10000 characters or more, or bursts of lines are lost");
        require(maxFieldLength >= 64, "max-field-length must be 64 or more");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** The level as its constant. */
    public LogLevel threshold() {
        return LogLevel.parse(level);
    }
}
