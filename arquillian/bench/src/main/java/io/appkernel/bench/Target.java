package io.appkernel.bench;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** One GET: where it goes, and the answer that is expected. */
record Target(InetSocketAddress address, String path) {
    static final String ANSWER = "[\"one\"]";

    /** The request as bytes, with the headers that a browser or a proxy would send at least. */
    byte[] request() {
        return ("GET " + path + " HTTP/1.1\r\nHost: " + address.getHostString() + ":" + address.getPort()
                        + "\r\nUser-Agent: bench\r\nAccept: application/json\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
