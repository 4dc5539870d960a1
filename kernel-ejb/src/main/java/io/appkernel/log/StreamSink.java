package io.appkernel.log;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes whole lines in large pieces, so that what others print to the same stream comes between lines. */
final class StreamSink implements LogSink {
    private final OutputStream out;
    private final byte[] buffer = new byte[64 * 1024];
    private int used;

    StreamSink(OutputStream out) {
        this.out = out;
    }

    static StreamSink stdout() {
        return new StreamSink(new FileOutputStream(FileDescriptor.out));
    }

    @Override
    public void write(List<LogLine> lines) throws IOException {
        used = 0;
        for (LogLine line : lines) {
            append((line.text() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        flush();
    }

    private void append(byte[] line) throws IOException {
        if (used + line.length > buffer.length) {
            flush();
        }
        if (line.length > buffer.length) {
            out.write(line);
        } else {
            System.arraycopy(line, 0, buffer, used, line.length);
            used += line.length;
        }
    }

    private void flush() throws IOException {
        out.write(buffer, 0, used);
        out.flush();
        used = 0;
    }
}
