package io.appkernel.log;

/** A finished line, without its line end. */
record LogLine(LogLevel level, String text) {
    boolean isUrgent() {
        return level == LogLevel.ERROR;
    }
}
