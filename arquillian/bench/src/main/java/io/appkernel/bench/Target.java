package io.appkernel.bench;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * One GET: where it goes, and the answer that is expected.
 *
 * @param bearer whose it is; nobody's when empty
 */
record Target(InetSocketAddress address, String path, String bearer) {
    static final String ANSWER = "[\"one\"]";

    Target as(String token) {
        return new Target(address, path, token);
    }

    /** The request as bytes, with the headers that a browser or a proxy would send at least. */
    byte[] request() {
        return ("GET " + path + " HTTP/1.1\r\nHost: " + address.getHostString() + ":" + address.getPort()
                        + "\r\nUser-Agent: bench\r\nAccept: application/json\r\n"
                        + (bearer.isEmpty() ? "" : "Authorization: Bearer " + bearer + "\r\n") + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
