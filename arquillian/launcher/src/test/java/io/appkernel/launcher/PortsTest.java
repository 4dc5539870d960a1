package io.appkernel.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    private final Ports ports = new Ports(InetAddress.getLoopbackAddress());

    @Test
    void refusesAPortThatIsTakenAndSaysHowToChooseAnother() throws IOException {
        try (ServerSocket other = listening()) {
            int port = other.getLocalPort();

            assertThatThrownBy(() -> ports.required(port))
                    .isInstanceOf(LaunchFailure.class)
                    .hasMessageContaining("Port " + port)
                    .hasMessageContaining("-Dport=");
        }
    }

    @Test
    void leavesAPreferredPortThatIsTaken() throws IOException {
        try (ServerSocket other = listening()) {
            assertThat(ports.preferring(other.getLocalPort())).isPositive().isNotEqualTo(other.getLocalPort());
        }
    }

    @Test
    void neverGivesAPortTwice() throws IOException {
        int free;
        try (ServerSocket other = listening()) {
            free = other.getLocalPort();
        }

        assertThat(ports.required(free)).isEqualTo(free);
        assertThat(ports.preferring(free)).isNotEqualTo(free);
    }

    @Test
    void findsAFreePortForZero() {
        assertThat(ports.required(0)).isPositive();
    }

    private static ServerSocket listening() throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return socket;
    }
}
