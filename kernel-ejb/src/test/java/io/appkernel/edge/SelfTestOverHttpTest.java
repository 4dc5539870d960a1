package io.appkernel.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SelfTestOverHttpTest {
    private final AtomicInteger calls = new AtomicInteger();
    private final SelfTest selfTest = new SelfTest("/app", List.of("/api/v1"));
    private volatile int answer = 401;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/app/api/v1/kernel-probe", exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aProbeThatIsLockedOpensTheApiAndIsTriedOnce() {
        assertThat(selfTest.refusal(request())).isNull();
        assertThat(selfTest.refusal(request())).isNull();
        assertThat(calls).hasValue(1);
    }

    @Test
    void aProbeThatAnswersAnybodyShutsTheApiForGood() {
        answer = 204;
        assertThat(selfTest.refusal(request()))
                .isNotNull()
                .extracting(Problem::status)
                .isEqualTo(503);
        answer = 401;
        assertThat(selfTest.refusal(request())).isNotNull();
    }

    @Test
    void aProbeThatFailsShutsTheApiToo() {
        answer = 500;
        assertThat(selfTest.refusal(request())).isNotNull();
    }

    private HttpServletRequest request() {
        return request(server.getAddress().getPort());
    }

    private static HttpServletRequest request(int port) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getHeader" -> null;
                    case "getScheme" -> "http";
                    case "getLocalAddr" -> InetAddress.getLoopbackAddress().getHostAddress();
                    case "getLocalPort" -> port;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
