package io.appkernel.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/** The loopback ports of one start. Not thread-safe. */
final class Ports {
    private final InetAddress loopback;
    private final Set<Integer> given = new HashSet<>();

    Ports(InetAddress loopback) {
        this.loopback = loopback;
    }

    /** The port a person asked for, 0 for any, or a failure that says how to choose another. */
    int required(int port) {
        try {
            return take(port);
        } catch (IOException e) {
            throw new LaunchFailure(
                    "Port " + port + " of " + loopback.getHostAddress() + " cannot be used (" + e.getMessage()
                            + "). Stop the program that holds it, or choose another port with -Dport=… (0 for any).",
                    e);
        }
    }

    /** The port a server is known by, or any free one when that is taken. */
    int preferring(int port) {
        if (!given.contains(port)) {
            try {
                return take(port);
            } catch (IOException e) {
                // taken: any other does, because nobody has to know this port beforehand
            }
        }
        return required(0);
    }

    private int take(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback, port));
            given.add(socket.getLocalPort());
            return socket.getLocalPort();
        }
    }
}
