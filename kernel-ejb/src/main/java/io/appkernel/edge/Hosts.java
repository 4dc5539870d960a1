package io.appkernel.edge;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which Host headers are answered: well-formed ones, and only the listed ones when there is a list. */
final class Hosts {
    private static final Pattern WELL_FORMED = Pattern.compile(
            "(?:[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,253}[A-Za-z0-9_.])?|\\[[0-9A-Fa-f:.]{2,45}])(?::[0-9]{1,5})?");

    private static final String UNKNOWN =
            "This service does not answer for that Host. The operator lists its names in kernel.edge.allowed-hosts.";

    private final Set<String> allowed;
    /** Nearly every request names the same host. */
    private volatile @Nullable String lastAccepted;

    Hosts(List<String> allowed) {
        this.allowed = allowed.stream().map(Hosts::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Why the Host is refused, or null. */
    @Nullable String refusal(@Nullable String host) {
        if (host == null) {
            return allowed.isEmpty() ? null : UNKNOWN;
        }
        if (host.equals(lastAccepted)) {
            return null;
        }
        if (!WELL_FORMED.matcher(host).matches()) {
            return "The Host header is malformed.";
        }
        if (!allowed.isEmpty() && !allowed.contains(name(host))) {
            return UNKNOWN;
        }
        lastAccepted = host;
        return null;
    }

    private static String name(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        int bracket = lower.indexOf(']');
        int colon = lower.indexOf(':', Math.max(0, bracket));
        return colon < 0 ? lower : lower.substring(0, colon);
    }
}
