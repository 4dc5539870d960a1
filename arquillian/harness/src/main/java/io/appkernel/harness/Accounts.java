package io.appkernel.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appkernel.harness.Client.Answer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;

/** People at the routes of logging in, as a test plays them. */
final class Accounts {
    static final String AUTH = "/api/v1/auth";
    static final String PASSWORD = "a long enough phrase";
    static final String ORIGIN = "Origin: https://app.example.com";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TOKEN = Pattern.compile("token ([\\w-]{43})");
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final Client http;
    private final Shape shape;

    Accounts(Client http, Shape shape) {
        this.http = http;
        this.shape = shape;
    }

    /** Names that nobody else has. */
    static String unique(String prefix) {
        return prefix + UUID.randomUUID().toString().substring(0, 13);
    }

    /** A body of names and values in turn. */
    static String body(String... fields) {
        Map<String, String> map = new TreeMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            map.put(fields[i], fields[i + 1]);
        }
        return JSON.valueToTree(map).toString();
    }

    static String bearer(String token) {
        return "Authorization: Bearer " + token;
    }

    static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    /** A problem as every failure is told, to a browser too, whichever thread found it. */
    static JsonNode problem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("X-Request-ID")).isNotEmpty();
        assertThat(answer.header("X-Runtime")).isNotEmpty();
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example.com");
        JsonNode problem = answer.json();
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("request_id").asText()).isEqualTo(answer.header("X-Request-ID"));
        return problem;
    }

    Answer post(String path, String body, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = ORIGIN;
        return http.post(AUTH + path, body, all);
    }

    Answer get(String path, String token) {
        return http.get(path, bearer(token), ORIGIN);
    }

    Answer send(String method, String path, String body, String token) {
        return http.send(
                method,
                path,
                body == null ? null : body.getBytes(StandardCharsets.UTF_8),
                bearer(token),
                ORIGIN,
                "Content-Type: application/json");
    }

    /** A new account with the usual password. */
    JsonNode register(String username) {
        Answer answer =
                post("/register", body("email", username + "@example.com", "username", username, "password", PASSWORD));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    JsonNode login(String username) {
        return ok(post("/login", body("username", username, "password", PASSWORD)));
    }

    /** The token in the newest mail to an address with this subject. */
    String mailed(String address, String subject) {
        return Waiting.until(() -> newest(address, subject), token -> !token.isEmpty());
    }

    private String newest(String address, String subject) {
        String found = "";
        for (JsonNode mail : ok(http.get(shape.app() + "/letters?to=" + address.replace("+", "%2B")))) {
            Matcher matcher = TOKEN.matcher(mail.get("text").asText());
            if (mail.get("subject").asText().equals(subject) && matcher.find()) {
                found = matcher.group(1);
            }
        }
        return found;
    }

    /** What the authenticator app shows, so many half minutes from now. */
    static String code(String secret, int periods) {
        TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
        try {
            return codes.generateOneTimePasswordString(
                    new SecretKeySpec(decoded(secret), codes.getAlgorithm()),
                    Instant.now().plus(codes.getTimeStep().multipliedBy(periods)),
                    Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] decoded(String secret) {
        byte[] bytes = new byte[secret.length() * 5 / 8];
        int held = 0;
        int bits = 0;
        int at = 0;
        for (char letter : secret.toCharArray()) {
            held = (held << 5 | BASE32.indexOf(letter)) & 0xfff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (held >> bits);
            }
        }
        return bytes;
    }
}
