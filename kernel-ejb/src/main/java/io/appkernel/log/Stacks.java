package io.appkernel.log;

import java.io.PrintWriter;
import java.io.Writer;

/** The text of a throwable with its causes, up to a length. */
final class Stacks {
    private final int limit;

    Stacks(int limit) {
        this.limit = limit;
    }

    String of(Throwable error) {
        Bounded text = new Bounded(limit);
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static final class Bounded extends Writer {
        private final StringBuilder text = new StringBuilder(2048);
        private final int limit;

        Bounded(int limit) {
            this.limit = limit;
        }

        @Override
        public void write(char[] chars, int start, int length) {
            text.append(chars, start, Math.min(length, limit - text.length()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
