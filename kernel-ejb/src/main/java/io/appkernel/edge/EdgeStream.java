package io.appkernel.edge;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The body on its way out: held back while it is small, then compressed or passed on. */
final class EdgeStream extends ServletOutputStream {
    static final int SMALLEST_TO_COMPRESS = 1024;
    private static final int GZIP_BUFFER = 8 * 1024;
    private static final byte[] NOTHING = {};

    private final EdgeResponse response;
    private byte[] held = NOTHING;
    private int heldCount;
    private long count;
    private @Nullable OutputStream out;
    private boolean finished;

    EdgeStream(EdgeResponse response) {
        this.response = response;
    }

    boolean isDecided() {
        return out != null;
    }

    long count() {
        return count;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (finished) {
            return;
        }
        count += length;
        if (out == null && !response.isStreaming() && heldCount + length <= SMALLEST_TO_COMPRESS) {
            hold(bytes, offset, length);
            return;
        }
        decided(true).write(bytes, offset, length);
    }

    /** Most answers are one write: the first takes just the room it needs. */
    private void hold(byte[] bytes, int offset, int length) {
        if (heldCount + length > held.length) {
            held = Arrays.copyOf(held, heldCount == 0 ? length : SMALLEST_TO_COMPRESS);
        }
        System.arraycopy(bytes, offset, held, heldCount, length);
        heldCount += length;
    }

    private OutputStream decided(boolean large) throws IOException {
        if (out != null) {
            return out;
        }
        boolean compress = large && !response.isStreaming() && response.mayCompress();
        response.beforeCommit(compress);
        if (!compress && response.declaredLength() >= 0) {
            response.directLength(response.declaredLength());
        }
        OutputStream direct = response.direct();
        OutputStream chosen = compress ? new Gzip(direct) : direct;
        out = chosen;
        chosen.write(held, 0, heldCount);
        return chosen;
    }

    /** Forgets what is held; what has gone out has gone. */
    void discard() {
        if (out == null) {
            heldCount = 0;
            count = 0;
        }
    }

    @Override
    public void flush() throws IOException {
        if (!finished) {
            decided(false).flush();
        }
    }

    void finish() throws IOException {
        if (finished) {
            return;
        }
        if (out == null && response.declaredLength() < 0 && (heldCount > 0 || response.tellsLengthWhenEmpty())) {
            response.directLength(heldCount);
        }
        OutputStream chosen = decided(false);
        finished = true;
        if (chosen instanceof Gzip gzip) {
            gzip.end();
        }
    }

    /** Takes no more, and writes no end under what has gone out. */
    void abandon() {
        if (!finished && out instanceof Gzip gzip) {
            gzip.release();
        }
        finished = true;
    }

    @Override
    public void close() throws IOException {
        if (!finished) {
            finish();
        }
        response.direct().close();
    }

    @Override
    public boolean isReady() {
        try {
            return response.direct().isReady();
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        response.stream();
        try {
            decided(false);
            response.direct().setWriteListener(listener);
        } catch (IOException e) {
            listener.onError(e);
        }
    }

    /** Gives its native memory back at the end; the plain one keeps it until it is collected. */
    private static final class Gzip extends GZIPOutputStream {
        Gzip(OutputStream out) throws IOException {
            super(out, GZIP_BUFFER, true);
        }

        void end() throws IOException {
            try {
                finish();
            } finally {
                release();
            }
        }

        void release() {
            def.end();
        }
    }
}
