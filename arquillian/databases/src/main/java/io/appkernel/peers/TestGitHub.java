package io.appkernel.peers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * What GitHub documents of logging in: tokens as a form or JSON, refusals with status 200, people and their addresses at
 * the API for a bearer token. Whoever comes is logged in as the person that was set last, and agrees.
 */
public final class TestGitHub implements AutoCloseable {
    public static final String CLIENT_ID = "Iv1.0123456789abcdef";
    public static final String CLIENT_SECRET = "github-test-secret-0123456789abcdef01234";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Grant> codes = new ConcurrentHashMap<>();
    private final Map<String, Person> tokens = new ConcurrentHashMap<>();
    private volatile Person person = new Person(1, "nobody", null, List.of());
    private volatile boolean agrees = true;
    private volatile boolean broken;

    /** Somebody with an account there. */
    public record Person(long id, String login, @Nullable String name, List<Address> addresses) {}

    /** One of their addresses. */
    public record Address(String email, boolean primary, boolean verified) {}

    private record Grant(
            Person person, String redirect, @Nullable String challenge) {}

    public TestGitHub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException("There is no free port", e);
        }
        server.setExecutor(threads);
        on("/login/oauth/authorize", this::authorize);
        on("/login/oauth/access_token", this::token);
        on("/api/v3/user", this::user);
        on("/api/v3/user/emails", this::emails);
        server.start();
    }

    private void on(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            if (broken) {
                Exchanges.answer(exchange, 502, "text/html", "<html><body>Unicorn!</body></html>");
            } else {
                handler.handle(exchange);
            }
        });
    }

    /** Where people log in. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public String apiUrl() {
        return url() + "/api/v3";
    }

    public void loginAs(Person somebody) {
        person = somebody;
    }

    /** Whether people agree that the application may know them. */
    public void agree(boolean yes) {
        agrees = yes;
    }

    /** Whether it has one of its bad days. */
    public void breakDown(boolean yes) {
        broken = yes;
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = Exchanges.query(exchange);
        if (!CLIENT_ID.equals(asked.get("client_id"))) {
            Exchanges.answer(exchange, 404, "text/html", "<html><body>Not Found</body></html>");
            return;
        }
        Map<String, String> answer = new LinkedHashMap<>();
        String redirect = asked.getOrDefault("redirect_uri", "");
        if (agrees) {
            String code = UUID.randomUUID().toString().replace("-", "").substring(0, 20);
            codes.put(code, new Grant(person, redirect, asked.get("code_challenge")));
            answer.put("code", code);
        } else {
            answer.put("error", "access_denied");
            answer.put("error_description", "The user has denied your application access.");
        }
        answer.put("state", asked.getOrDefault("state", ""));
        Exchanges.redirect(exchange, redirect + (redirect.contains("?") ? "&" : "?") + Exchanges.form(answer));
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> asked = Exchanges.body(exchange);
        Map<String, String> answer = new LinkedHashMap<>();
        Grant grant = codes.remove(asked.getOrDefault("code", ""));
        if (!CLIENT_ID.equals(asked.get("client_id")) || !CLIENT_SECRET.equals(asked.get("client_secret"))) {
            refuse(answer, "incorrect_client_credentials", "The client_id and/or client_secret passed are incorrect.");
        } else if (grant == null || !proves(grant, asked.get("code_verifier"))) {
            refuse(answer, "bad_verification_code", "The code passed is incorrect or expired.");
        } else if (!URI.create(grant.redirect()).equals(URI.create(asked.getOrDefault("redirect_uri", "")))) {
            refuse(answer, "redirect_uri_mismatch", "The redirect_uri MUST match the registered callback URL.");
        } else {
            String token = "gho_" + UUID.randomUUID().toString().replace("-", "");
            tokens.put(token, grant.person());
            answer.put("access_token", token);
            answer.put("token_type", "bearer");
            answer.put("scope", "read:user,user:email");
        }
        String accept = exchange.getRequestHeaders().getFirst("Accept");
        if (accept != null && accept.contains("application/json")) {
            Exchanges.answer(exchange, 200, "application/json; charset=utf-8", json(answer));
        } else {
            Exchanges.answer(exchange, 200, "application/x-www-form-urlencoded; charset=utf-8", Exchanges.form(answer));
        }
    }

    private static void refuse(Map<String, String> answer, String error, String description) {
        answer.put("error", error);
        answer.put("error_description", description);
        answer.put("error_uri", "https://docs.github.com/apps/oauth");
    }

    private static boolean proves(Grant grant, @Nullable String verifier) {
        if (grant.challenge() == null) {
            return true;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.valueOf(verifier).getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .equals(grant.challenge());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void user(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals("/api/v3/user")) {
            Exchanges.answer(exchange, 404, "application/json", "{\"message\":\"Not Found\"}");
            return;
        }
        Person who = caller(exchange);
        if (who != null) {
            String name = who.name() == null ? "null" : quoted(who.name());
            Exchanges.answer(
                    exchange,
                    200,
                    "application/json; charset=utf-8",
                    "{\"login\":" + quoted(who.login()) + ",\"id\":" + who.id()
                            + ",\"node_id\":\"U_x\",\"type\":\"User\"," + "\"name\":" + name + ",\"email\":null}");
        }
    }

    private void emails(HttpExchange exchange) throws IOException {
        Person who = caller(exchange);
        if (who != null) {
            StringBuilder list = new StringBuilder("[");
            for (Address address : who.addresses()) {
                list.append(list.length() > 1 ? "," : "")
                        .append("{\"email\":" + quoted(address.email()) + ",\"primary\":" + address.primary()
                                + ",\"verified\":" + address.verified() + ",\"visibility\":\"private\"}");
            }
            Exchanges.answer(
                    exchange,
                    200,
                    "application/json; charset=utf-8",
                    list.append("]").toString());
        }
    }

    private @Nullable Person caller(HttpExchange exchange) throws IOException {
        if (exchange.getRequestHeaders().getFirst("User-Agent") == null) {
            Exchanges.answer(exchange, 403, "text/plain", "Request forbidden by administrative rules.");
            return null;
        }
        String credential = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        Person who = credential.startsWith("Bearer ") ? tokens.get(credential.substring("Bearer ".length())) : null;
        if (who == null) {
            Exchanges.answer(exchange, 401, "application/json", "{\"message\":\"Bad credentials\",\"status\":\"401\"}");
        }
        return who;
    }

    private static String json(Map<String, String> values) {
        StringBuilder json = new StringBuilder("{");
        values.forEach(
                (name, value) -> json.append(json.length() > 1 ? "," : "").append(quoted(name) + ":" + quoted(value)));
        return json.append("}").toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
