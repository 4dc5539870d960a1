package io.appkernel.edge;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import org.jspecify.annotations.Nullable;

/** The request as the application sees it: its body bounded, and its switch to asynchronous answers noticed. */
final class EdgeRequest extends HttpServletRequestWrapper {
    private final EdgeResponse response;
    private final long bodyLimit;
    private @Nullable ServletInputStream body;
    private @Nullable BufferedReader reader;

    EdgeRequest(HttpServletRequest request, EdgeResponse response, long bodyLimit) {
        super(request);
        this.response = response;
        this.bodyLimit = bodyLimit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = getContentLengthLong() >= 0
                    ? super.getInputStream()
                    : new BodyLimit(super.getInputStream(), bodyLimit);
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        if (reader == null) {
            String encoding = getCharacterEncoding();
            reader = getContentLengthLong() >= 0
                    ? super.getReader()
                    : new BufferedReader(
                            new InputStreamReader(getInputStream(), encoding == null ? "UTF-8" : encoding));
        }
        return reader;
    }

    @Override
    public AsyncContext startAsync() {
        return startAsync(this, response);
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse answer) {
        response.stream();
        return new EdgeAsync(super.startAsync(request, answer), response);
    }

    @Override
    public AsyncContext getAsyncContext() {
        return new EdgeAsync(super.getAsyncContext(), response);
    }
}
