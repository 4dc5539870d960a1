package io.appkernel.redis;

import java.io.IOException;
import java.nio.file.Path;

/** A JVM of its own that keeps an embedded Redis until its standard input ends: to be killed. */
final class EmbeddedKeeper {
    private EmbeddedKeeper() {}

    public static void main(String[] args) throws IOException {
        EmbeddedRedis.open(Path.of(args[0]));
        while (System.in.read() >= 0) {
            // Waits.
        }
    }
}
