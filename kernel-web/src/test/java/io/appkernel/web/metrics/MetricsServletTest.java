package io.appkernel.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.metrics.MetricsAccess;
import io.appkernel.metrics.MetricsSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsServletTest {
    private static boolean allowed(MetricsAccess protect, String address, boolean admin, String... headers) {
        MetricsServlet servlet = new MetricsServlet();
        servlet.settings = new MetricsSettings(true, protect, 500);
        return servlet.allowed(request(address, headers.length == 0 ? Map.of() : Map.of(headers[0], "1.2.3.4")), admin);
    }

    private static HttpServletRequest request(String address, Map<String, String> headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> address;
                    case "getHeader" -> headers.get(arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @Test
    void adminsReadThePageFromAnywhereWhateverTheProtection() {
        for (MetricsAccess protect : MetricsAccess.values()) {
            assertThat(allowed(protect, "8.8.8.8", true)).isTrue();
        }
    }

    @Test
    void withAdminProtectionNobodyElseDoes() {
        assertThat(allowed(MetricsAccess.ADMIN, "127.0.0.1", false)).isFalse();
    }

    @Test
    void withInternalProtectionDirectNeighboursDo() {
        assertThat(allowed(MetricsAccess.INTERNAL, "10.0.0.7", false)).isTrue();
        assertThat(allowed(MetricsAccess.INTERNAL, "8.8.8.8", false)).isFalse();
    }

    @Test
    void withInternalProtectionAForwardedRequestIsForeign() {
        assertThat(allowed(MetricsAccess.INTERNAL, "127.0.0.1", false, "X-Forwarded-For"))
                .isFalse();
        assertThat(allowed(MetricsAccess.INTERNAL, "127.0.0.1", false, "Forwarded"))
                .isFalse();
    }

    @Test
    void withoutProtectionEverybodyDoes() {
        assertThat(allowed(MetricsAccess.NONE, "8.8.8.8", false)).isTrue();
    }
}
