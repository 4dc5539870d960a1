package io.appkernel.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Keeps cookies as a browser does, and follows redirects only when it is told to. */
final class Browser {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** What came back. */
    record Page(int status, URI address, HttpResponse<String> response) {
        String header(String name) {
            return String.join(", ", response.headers().allValues(name));
        }

        URI location() {
            return address.resolve(header("Location"));
        }

        JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new AssertionError("Not JSON, status " + status + ": " + response.body(), e);
            }
        }

        @Override
        public String toString() {
            return status + " " + header("Location") + " " + response.body();
        }
    }

    Page get(URI address, String... headers) {
        return send(HttpRequest.newBuilder(address).GET(), address, headers);
    }

    Page delete(URI address, String... headers) {
        return send(HttpRequest.newBuilder(address).DELETE(), address, headers);
    }

    private Page send(HttpRequest.Builder request, URI address, String... headers) {
        request.timeout(Duration.ofSeconds(60));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Page(response.statusCode(), address, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
