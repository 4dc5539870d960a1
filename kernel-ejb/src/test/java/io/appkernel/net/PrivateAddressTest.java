package io.appkernel.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.1.1",
                "::1",
                "0:0:0:0:0:0:0:1",
                "fe80::1%eth0",
                "fd12:3456::1",
                "::ffff:10.0.0.1"
            })
    void addressesOfThisHostAndItsNetworkArePrivate(String address) {
        assertThat(PrivateAddress.matches(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "172.32.0.1",
                "2001:db8::1",
                "::ffff:8.8.8.8",
                "",
                "localhost",
                "unknown",
                "1.2.3",
                "999.1.1.1"
            })
    void allOthersAreNot(String address) {
        assertThat(PrivateAddress.matches(address)).isFalse();
    }
}
