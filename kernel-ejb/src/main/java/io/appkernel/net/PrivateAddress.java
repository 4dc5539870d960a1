package io.appkernel.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Addresses that cannot be reached from the open network: this host, its link, its site. */
public final class PrivateAddress {
    /** Only literals, so that no name is ever looked up. */
    private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(%.*)?");

    private PrivateAddress() {}

    /** Whether the text is such an address; false for a name, which is never looked up. */
    public static boolean matches(String address) {
        if (!LITERAL.matcher(address).matches()) {
            return false;
        }
        try {
            InetAddress parsed = InetAddress.getByName(address.replaceFirst("%.*", ""));
            return parsed.isLoopbackAddress()
                    || parsed.isLinkLocalAddress()
                    || parsed.isSiteLocalAddress()
                    || isUniqueLocal(parsed);
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** {@code fc00::/7}, which Java does not count as site-local. */
    private static boolean isUniqueLocal(InetAddress address) {
        return address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc;
    }
}
