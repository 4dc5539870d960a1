package io.appkernel.issuers;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks identity providers over HTTP. An answer has a bounded time and size, no redirect is followed, and nothing is sent
 * twice: a code is good for one try. Thread-safe.
 */
public final class Fetcher implements HTTPRequestSender {
    private static final int MOST_BYTES = 512 * 1024;
    private static final int CHUNK = 8 * 1024;

    private final int timeoutMillis;
    private final LongSupplier nanos;

    /**
     * @param timeout for the connection, and for each wait for a piece of the answer; all of it takes twice that at most
     * @param nanos as {@code System.nanoTime}
     */
    public Fetcher(Duration timeout, LongSupplier nanos) {
        this.timeoutMillis = Math.toIntExact(timeout.toMillis());
        this.nanos = nanos;
    }

    @Override
    public HTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        return exchange(request.getURI(), request.getMethod().name(), request.getHeaderMap(), request.getBody());
    }

    /** The text at an address, which has to answer 200. */
    String text(URI address) throws IOException {
        HTTPResponse answer = exchange(address, "GET", Map.of("Accept", List.of("application/json")), null);
        if (answer.getStatusCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException(address + " answers " + answer.getStatusCode());
        }
        String body = answer.getBody();
        return body == null ? "" : body;
    }

    private HTTPResponse exchange(URI address, String method, Map<String, List<String>> headers, @Nullable String body)
            throws IOException {
        long deadline =
                nanos.getAsLong() + Duration.ofMillis(2L * timeoutMillis).toNanos();
        if (!(address.toURL().openConnection() instanceof HttpURLConnection connection)) {
            throw new IOException(address.getScheme() + " is not HTTP");
        }
        try {
            connection.setConnectTimeout(timeoutMillis);
            connection.setReadTimeout(timeoutMillis);
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            connection.setRequestMethod(method);
            headers.forEach((name, values) -> values.forEach(value -> connection.addRequestProperty(name, value)));
            if (body != null) {
                write(connection, body.getBytes(StandardCharsets.UTF_8));
            }
            return read(connection, deadline);
        } finally {
            connection.disconnect();
        }
    }

    /** With the length said beforehand the JDK does not repeat the request when the connection breaks. */
    private static void write(HttpURLConnection connection, byte[] body) throws IOException {
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
    }

    private HTTPResponse read(HttpURLConnection connection, long deadline) throws IOException {
        HTTPResponse answer = new HTTPResponse(connection.getResponseCode());
        try {
            String type = connection.getContentType();
            if (type != null) {
                answer.setContentType(type);
            }
        } catch (ParseException e) {
            throw new IOException("The answer has a content type that is none", e);
        }
        InputStream body = answer.getStatusCode() < HttpURLConnection.HTTP_BAD_REQUEST
                ? connection.getInputStream()
                : connection.getErrorStream();
        if (body != null) {
            try (body) {
                answer.setBody(new String(bytes(body, deadline), StandardCharsets.UTF_8));
            }
        }
        return answer;
    }

    private byte[] bytes(InputStream in, long deadline) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            all.write(chunk, 0, read);
            if (all.size() > MOST_BYTES) {
                throw new IOException("The answer is larger than " + MOST_BYTES + " bytes");
            }
            if (nanos.getAsLong() - deadline > 0) {
                throw new SocketTimeoutException("The answer takes too long");
            }
        }
        return all.toByteArray();
    }
}
