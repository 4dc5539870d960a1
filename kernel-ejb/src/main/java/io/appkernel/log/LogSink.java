package io.appkernel.log;

import java.io.IOException;
import java.util.List;

/** Where finished lines end. Called by one thread at a time; everything is out when it returns. */
interface LogSink {
    void write(List<LogLine> lines) throws IOException;

    /** Gives back files; the sink is not used afterwards. */
    default void close() throws IOException {}
}
