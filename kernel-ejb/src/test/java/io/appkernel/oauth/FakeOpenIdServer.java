package io.appkernel.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An OpenID provider that says whatever a test wants, however wrong. */
final class FakeOpenIdServer implements AutoCloseable {
    final RSAKey key;
    final List<String> tokenRequests = new CopyOnWriteArrayList<>();
    volatile int tokenStatus = 200;
    volatile String tokenAnswer = "{}";
    volatile boolean issuerParameter;
    private final HttpServer server;

    FakeOpenIdServer() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("k").algorithm(JWSAlgorithm.RS256).generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, metadata()));
        server.createContext("/jwks", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", exchange -> {
            tokenRequests.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8) + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            answer(exchange, tokenStatus, tokenAnswer);
        });
        server.start();
    }

    String name() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private String metadata() {
        List<String> fields = new ArrayList<>();
        fields.add("\"issuer\":\"" + name() + "\"");
        fields.add("\"authorization_endpoint\":\"" + name() + "/authorize\"");
        fields.add("\"token_endpoint\":\"" + name() + "/token\"");
        fields.add("\"jwks_uri\":\"" + name() + "/jwks\"");
        fields.add("\"subject_types_supported\":[\"public\"]");
        fields.add("\"authorization_response_iss_parameter_supported\":" + issuerParameter);
        return "{" + String.join(",", fields) + "}";
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
