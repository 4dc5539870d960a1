package io.appkernel.edge;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/**
 * The response as the application sees it. Holds the first bytes back until it is clear whether to compress, adds the
 * edge's headers at the last moment, and turns {@code sendError} into a problem.
 */
final class EdgeResponse extends HttpServletResponseWrapper {
    private final Exchange exchange;
    private final Answer answer;
    private @Nullable EdgeStream stream;
    private @Nullable PrintWriter writer;
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
        if (writer == null) {
            String encoding = getCharacterEncoding();
            if (getHeader("Content-Type") != null || super.getContentType() != null) {
                setCharacterEncoding(encoding);
            }
            writer = new PrintWriter(new OutputStreamWriter(
                    edgeStream(), java.nio.charset.Charset.forName(encoding == null ? "UTF-8" : encoding)));
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
        sendProblem(Problem.of(status, Statuses.detail(status)));
    }

    /** Throws away what was written so far and answers the problem instead. */
    void sendProblem(Problem problem) throws IOException {
        if (isCommitted()) {
            return;
        }
        resetBuffer();
        declaredLength = -1;
        setStatus(problem.status());
        if (problem.status() == SC_UNAUTHORIZED) {
            setHeader("WWW-Authenticate", "Bearer");
        }
        setContentType(Problem.MEDIA_TYPE);
        getOutputStream().write(answer.bytesOf(problem.at(exchange)));
        finish();
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        beforeCommit(false);
        super.sendRedirect(location);
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
        answer.begin(this, exchange);
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        discard();
    }

    private void discard() {
        if (stream != null) {
            stream.discard();
        }
        writer = null;
    }

    /** The application is done: whatever is held back goes out. */
    void finish() throws IOException {
        if (writer != null) {
            writer.flush();
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
