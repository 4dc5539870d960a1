package io.appkernel.edge;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The response as the application sees it. Holds the first bytes back until it is clear whether to compress, adds the
 * edge's headers at the last moment, and turns {@code sendError} into a problem.
 */
final class EdgeResponse extends HttpServletResponseWrapper {
    private final Exchange exchange;
    private final Answer answer;
    private @Nullable EdgeStream stream;
    private @Nullable EdgeWriter writer;
    private boolean streamTaken;
    private long declaredLength = -1;
    private boolean streaming;
    private boolean headersDone;

    EdgeResponse(HttpServletResponse response, Exchange exchange, Answer answer) {
        super(response);
        this.exchange = exchange;
        this.answer = answer;
    }

    /** From now on every byte goes out as it is written: the answer is asynchronous. */
    void stream() {
        streaming = true;
    }

    boolean isStreaming() {
        return streaming;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (writer != null) {
            throw new IllegalStateException("getWriter() was called for this answer; write through that");
        }
        streamTaken = true;
        return edgeStream();
    }

    private EdgeStream edgeStream() {
        if (stream == null) {
            stream = new EdgeStream(this);
        }
        return stream;
    }

    @Override
    public PrintWriter getWriter() {
        if (streamTaken) {
            throw new IllegalStateException("getOutputStream() was called for this answer; write through that");
        }
        if (writer == null) {
            String encoding = getCharacterEncoding();
            if (getHeader("Content-Type") != null || super.getContentType() != null) {
                setCharacterEncoding(encoding);
            }
            writer =
                    new EdgeWriter(edgeStream(), encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding));
        }
        return writer;
    }

    @Override
    public void setContentLength(int length) {
        setContentLengthLong(length);
    }

    @Override
    public void setContentLengthLong(long length) {
        declaredLength = length;
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        if (!isLength(name, value)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, @Nullable String value) {
        if (!isLength(name, value)) {
            super.addHeader(name, value);
        }
    }

    @Override
    public void setIntHeader(String name, int value) {
        setHeader(name, Integer.toString(value));
    }

    @Override
    public void addIntHeader(String name, int value) {
        addHeader(name, Integer.toString(value));
    }

    private boolean isLength(String name, @Nullable String value) {
        if (!"content-length".equalsIgnoreCase(name) || value == null) {
            return false;
        }
        declaredLength = Long.parseLong(value.trim());
        return true;
    }

    long declaredLength() {
        return declaredLength;
    }

    @Override
    public void sendError(int status) throws IOException {
        sendError(status, null);
    }

    @Override
    public void sendError(int status, @Nullable String message) throws IOException {
        if (status < SC_BAD_REQUEST) {
            sendEmpty(status);
            return;
        }
        sendProblem(Problem.of(status, Statuses.detail(status)));
    }

    /** Throws away what was written so far and answers the problem instead. */
    void sendProblem(Problem problem) throws IOException {
        if (isCommitted()) {
            return;
        }
        restart(problem.status());
        if (problem.status() == SC_SERVICE_UNAVAILABLE) {
            setHeader("Retry-After", "1");
        }
        if (problem.status() == SC_UNAUTHORIZED) {
            setHeader("WWW-Authenticate", "Bearer");
        }
        setContentType(Problem.MEDIA_TYPE);
        edgeStream().write(answer.bytesOf(problem.at(exchange)));
        finish();
    }

    private void sendEmpty(int status) throws IOException {
        if (!isCommitted()) {
            restart(status);
            edgeStream().finish();
        }
    }

    private void restart(int status) {
        resetBuffer();
        declaredLength = -1;
        setStatus(status);
    }

    /** Says the place as it was given: containers make it absolute with the Host that the client claims. */
    @Override
    public void sendRedirect(String location) throws IOException {
        if (isCommitted()) {
            throw new IllegalStateException("The answer is on its way already; redirect before writing");
        }
        setHeader("Location", encoded(location));
        sendEmpty(SC_FOUND);
    }

    private static String encoded(String location) {
        StringBuilder out = new StringBuilder(location.length());
        for (byte b : location.getBytes(StandardCharsets.UTF_8)) {
            if (b <= ' ' || b == 0x7f) {
                out.append(String.format("%%%02X", b & 0xff));
            } else {
                out.append((char) b);
            }
        }
        return out.toString();
    }

    @Override
    public void flushBuffer() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        edgeStream().flush();
    }

    @Override
    public boolean isCommitted() {
        return super.isCommitted() || stream != null && stream.isDecided();
    }

    @Override
    public void reset() {
        super.reset();
        discard();
        writer = null;
        streamTaken = false;
        declaredLength = -1;
        answer.begin(this, exchange);
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        discard();
    }

    private void discard() {
        if (writer != null) {
            writer.discard();
        }
        if (stream != null) {
            stream.discard();
        }
    }

    /** The application is done: whatever is held back goes out. */
    void finish() throws IOException {
        if (writer != null) {
            writer.settle();
        }
        if (stream != null) {
            stream.finish();
        } else {
            beforeCommit(false);
            if (declaredLength >= 0 && !super.isCommitted()) {
                super.setContentLengthLong(declaredLength);
            }
        }
    }

    /** As {@link #finish}, for when nobody could do anything about a client that has gone. */
    void finishQuietly() {
        try {
            finish();
        } catch (IOException | IllegalStateException gone) {
            breakOff();
        }
    }

    /** The answer cannot be made whole any more: nothing may make it look so. */
    void breakOff() {
        edgeStream().abandon();
    }

    /** Adds the headers that depend on how the answer turned out. */
    void beforeCommit(boolean compressed) {
        if (!headersDone) {
            headersDone = true;
            answer.complete(this, exchange, compressed);
        }
    }

    boolean mayCompress() {
        return answer.mayCompress(this, exchange);
    }

    /** An empty answer has a length to tell, unless it is one that by its nature has no body. */
    boolean tellsLengthWhenEmpty() {
        int status = getStatus();
        return !"HEAD".equals(exchange.method()) && status >= 200 && status != 204 && status != 304;
    }

    ServletOutputStream direct() throws IOException {
        return super.getOutputStream();
    }

    void directLength(long length) {
        super.setContentLengthLong(length);
    }

    long bytesWritten() {
        return stream == null ? 0 : stream.count();
    }
}
