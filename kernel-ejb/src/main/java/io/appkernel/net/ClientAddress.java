package io.appkernel.net;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who is at the other end: the peer, or what a trusted proxy says of it. */
public final class ClientAddress {
    private static final Pattern V4 = Pattern.compile("[0-9.]{7,15}");
    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.%a-z]{2,60}");

    private final List<Network> trusted;

    /**
     * Addresses and networks such as {@code 10.0.0.0/8}.
     *
     * @throws IllegalArgumentException for what is neither
     */
    public ClientAddress(List<String> trustedProxies) {
        this.trusted = trustedProxies.stream().map(Network::parse).toList();
    }

    public String of(HttpServletRequest request) {
        String peer = bare(request.getRemoteAddr());
        return trusted.isEmpty() ? peer : of(peer, forwardedFor(request.getHeaders("X-Forwarded-For")));
    }

    /** All lines of the header as one: some proxies add a line of their own below the one the client made up. */
    static @Nullable String forwardedFor(Enumeration<String> lines) {
        return lines.hasMoreElements() ? String.join(",", Collections.list(lines)) : null;
    }

    /** Walks the forwarded list from the near end, past every proxy that is ours. */
    String of(String peer, @Nullable String forwardedFor) {
        String client = peer;
        if (forwardedFor == null) {
            return client;
        }
        String[] hops = forwardedFor.split(",");
        for (int i = hops.length - 1; i >= 0 && isTrusted(client); i--) {
            String hop = bare(hops[i].trim());
            if (address(hop) == null) {
                return client;
            }
            client = hop;
        }
        return client;
    }

    boolean isTrusted(String ip) {
        byte[] address = address(ip);
        return address != null && trusted.stream().anyMatch(network -> network.contains(address));
    }

    private static String bare(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "unknown";
        }
        int close = text.indexOf(']');
        if (text.charAt(0) == '[' && close > 0) {
            return text.substring(1, close);
        }
        boolean portAfterV4 = text.indexOf(':') == text.lastIndexOf(':') && text.indexOf(':') > 0;
        return portAfterV4 ? text.substring(0, text.indexOf(':')) : text;
    }

    /** The bytes of an address in digits; null for anything that would need a name look-up. */
    static byte @Nullable [] address(String ip) {
        boolean digits = V4.matcher(ip).matches()
                || ip.indexOf(':') >= 0 && V6.matcher(ip).matches();
        if (!digits) {
            return null;
        }
        try {
            return InetAddress.getByName(ip).getAddress();
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /**
     * The same text for those who probably share a connection: for every spelling of an address of version 4, and for all
     * of version 6 with one first half, for of the other half a customer has everything. What is no address stays as it is.
     */
    public static String neighbourhood(String ip) {
        byte[] address = address(ip);
        if (address == null) {
            return ip;
        }
        return HexFormat.of().formatHex(address, 0, Math.min(address.length, 8));
    }

    private record Network(byte[] address, int bits) {
        static Network parse(String text) {
            int slash = text.indexOf('/');
            byte[] address = ClientAddress.address(slash < 0 ? text : text.substring(0, slash));
            if (address == null) {
                throw new IllegalArgumentException("trusted-proxies must list addresses or networks such as"
                        + " 10.0.0.0/8 or fd00::/8, but has " + text);
            }
            int most = address.length * 8;
            return new Network(address, slash < 0 ? most : prefixLength(text, slash, most));
        }

        private static int prefixLength(String text, int slash, int most) {
            try {
                int bits = Integer.parseInt(text.substring(slash + 1));
                if (bits >= 0 && bits <= most) {
                    return bits;
                }
            } catch (NumberFormatException e) {
                // Said below.
            }
            throw new IllegalArgumentException(
                    "trusted-proxies has a network whose length is no number from 0 to " + most + ": " + text);
        }

        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
