package io.appkernel.edge;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;

/** A writer whose own buffer can be passed on, or thrown away, without sending the answer off. For one thread. */
final class EdgeWriter extends PrintWriter {
    private final Valve valve;

    EdgeWriter(OutputStream body, Charset charset) {
        this(new Valve(body), charset);
    }

    private EdgeWriter(Valve valve, Charset charset) {
        super(new OutputStreamWriter(valve, charset));
        this.valve = valve;
    }

    /** Passes on what it holds; the body decides when to send it. */
    void settle() {
        with(Flow.HELD);
    }

    /** Forgets what it holds. */
    void discard() {
        with(Flow.AWAY);
    }

    private void with(Flow flow) {
        valve.flow = flow;
        flush();
        valve.flow = Flow.OPEN;
    }

    private enum Flow {
        OPEN,
        HELD,
        AWAY
    }

    private static final class Valve extends OutputStream {
        private final OutputStream body;
        private Flow flow = Flow.OPEN;

        Valve(OutputStream body) {
            this.body = body;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (flow != Flow.AWAY) {
                body.write(bytes, offset, length);
            }
        }

        @Override
        public void flush() throws IOException {
            if (flow == Flow.OPEN) {
                body.flush();
            }
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
