package io.appkernel.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Accounts of a running server, as their clients use them. Thread-safe. */
final class People {
    private static final String PASSWORD = "a long enough phrase";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String root;

    People(InetSocketAddress address) {
        this.root = "http://" + address.getHostString() + ":" + address.getPort() + "/api/v1";
    }

    /** The tokens of a login. */
    record Pair(String access, String refresh) {}

    void register(String name) throws IOException, InterruptedException {
        post("/auth/register", Map.of("email", name + "@example.com", "username", name, "password", PASSWORD), "", 201);
    }

    Pair login(String name) throws IOException, InterruptedException {
        return pair(post("/auth/login", Map.of("username", name, "password", PASSWORD), "", 200));
    }

    /** Whatever comes of it. */
    /** Logs in if the server takes it on; answers how long to wait if not. */
    Duration tryLogin(String name) throws IOException, InterruptedException {
        return send("/auth/login", Map.of("username", name, "password", PASSWORD), "")
                .headers()
                .firstValueAsLong("Retry-After")
                .stream()
                .mapToObj(Duration::ofSeconds)
                .findFirst()
                .orElse(Duration.ZERO);
    }

    Pair refresh(Pair pair) throws IOException, InterruptedException {
        return pair(post("/auth/refresh", Map.of("refresh_token", pair.refresh()), "", 200));
    }

    String key(String access) throws IOException, InterruptedException {
        return post("/api-keys", Map.of("name", "bench", "scopes", new String[0]), access, 201)
                .get("key")
                .asText();
    }

    void hash() throws IOException, InterruptedException {
        post("/bench/hash", Map.of(), "", 200);
    }

    void get() throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(root + "/bench")).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("A GET was answered " + answer.statusCode());
        }
    }

    private static Pair pair(JsonNode json) {
        return new Pair(
                json.get("access_token").asText(), json.get("refresh_token").asText());
    }

    private JsonNode post(String path, Map<String, ?> body, String bearer, int expected)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = send(path, body, bearer);
        if (answer.statusCode() != expected) {
            throw new IOException(path + " was answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(String path, Map<String, ?> body, String bearer)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
