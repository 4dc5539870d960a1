package io.appkernel.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientAddressTest {
    private final ClientAddress behindProxies = new ClientAddress(List.of("10.0.0.0/8", "fd00::/8", "192.168.1.7"));

    @Test
    void aStrangersForwardedHeaderIsNotBelieved() {
        assertThat(behindProxies.of("203.0.113.9", "1.2.3.4")).isEqualTo("203.0.113.9");
    }

    @Test
    void aTrustedProxyNamesTheClient() {
        assertThat(behindProxies.of("10.1.2.3", "1.2.3.4")).isEqualTo("1.2.3.4");
        assertThat(behindProxies.of("fd00::1", "2001:db8::5")).isEqualTo("2001:db8::5");
    }

    @Test
    void onlyTheHopsOfOurOwnProxiesArePassedOver() {
        assertThat(behindProxies.of("10.1.2.3", "6.6.6.6, 1.2.3.4, 10.9.9.9")).isEqualTo("1.2.3.4");
        assertThat(behindProxies.of("192.168.1.7", "6.6.6.6, 192.168.1.8")).isEqualTo("192.168.1.8");
    }

    @Test
    void everyLineOfTheHeaderCounts() {
        List<String> lines = List.of("6.6.6.6", "1.2.3.4");
        assertThat(behindProxies.of("10.1.2.3", ClientAddress.forwardedFor(Collections.enumeration(lines))))
                .isEqualTo("1.2.3.4");
        assertThat(ClientAddress.forwardedFor(Collections.emptyEnumeration())).isNull();
    }

    @Test
    void nonsenseInTheHeaderEndsTheWalk() {
        assertThat(behindProxies.of("10.1.2.3", "localhost")).isEqualTo("10.1.2.3");
        assertThat(behindProxies.of("10.1.2.3", "1.2.3.4, evil.example.com")).isEqualTo("10.1.2.3");
        assertThat(behindProxies.of("10.1.2.3", null)).isEqualTo("10.1.2.3");
    }

    @Test
    void portsAndBracketsAreTakenOff() {
        assertThat(behindProxies.of("10.1.2.3", "[2001:db8::5]:443")).isEqualTo("2001:db8::5");
        assertThat(behindProxies.of("10.1.2.3", "1.2.3.4:5678")).isEqualTo("1.2.3.4");
    }

    @Test
    void aNetworkThatIsNoneIsRefusedWithAnExample() {
        assertThatThrownBy(() -> new ClientAddress(List.of("proxy.internal")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("trusted-proxies")
                .hasMessageContaining("10.0.0.0/8")
                .hasMessageContaining("proxy.internal");
        assertThatThrownBy(() -> new ClientAddress(List.of("10.0.0.0/x"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoSharesAConnectionIsOne() {
        assertThat(ClientAddress.neighbourhood("2001:db8::1"))
                .isEqualTo(ClientAddress.neighbourhood("2001:0DB8:0:0:ffff::2"))
                .isNotEqualTo(ClientAddress.neighbourhood("2001:db8:0:1::1"));
        assertThat(ClientAddress.neighbourhood("192.0.2.1"))
                .isEqualTo(ClientAddress.neighbourhood("::ffff:192.0.2.1"))
                .isNotEqualTo(ClientAddress.neighbourhood("192.0.2.2"));
        assertThat(ClientAddress.neighbourhood("unknown")).isEqualTo("unknown");
    }

    @Test
    void aNetworkLengthThatDoesNotFitIsRefusedAndNeverMeansEverybody() {
        for (String network : List.of("10.0.0.0/-1", "10.0.0.0/33", "fd00::/129")) {
            assertThatThrownBy(() -> new ClientAddress(List.of(network)))
                    .as(network)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(network);
        }
    }
}
