package io.appkernel.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {
    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1:8080", "api.example.com", "[::1]:8080", "a_b.internal", "x"})
    void wellFormedHostsAreAnsweredWhenThereIsNoList(String host) {
        assertThat(new Hosts(List.of()).refusal(host)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "<script>", "evil.com/path", "a:b:c", "-x", "x\"y", "a:123456", "user@host"})
    void malformedHostsAreRefused(String host) {
        assertThat(new Hosts(List.of()).refusal(host)).contains("malformed");
    }

    @Test
    void withAListOnlyItsNamesAreAnsweredWhateverThePortAndCase() {
        Hosts hosts = new Hosts(List.of("API.example.com", "[::1]"));
        assertThat(hosts.refusal("api.Example.com:8443")).isNull();
        assertThat(hosts.refusal("[::1]:80")).isNull();
        assertThat(hosts.refusal("evil.com")).contains("kernel.edge.allowed-hosts");
    }

    @Test
    void withAListARequestWithoutAHostIsRefused() {
        assertThat(new Hosts(List.of("api.example.com")).refusal(null)).contains("kernel.edge.allowed-hosts");
        assertThat(new Hosts(List.of()).refusal(null)).isNull();
    }
}
