package io.appkernel.oauth;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.FieldError;
import io.appkernel.errors.KernelException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;

/**
 * Where a login may lead: to what is on the list, letter by letter, for the tokens go there. A prefix would let whoever
 * finds an open redirect below it have them. Immutable.
 */
record Redirects(Set<String> allowed) {
    private static final int LONGEST = 1_000;

    Redirects(List<String> allowed) {
        this(Set.copyOf(allowed));
    }

    /**
     * The address as it was asked for.
     *
     * @throws KernelException invalid, when it is not on the list
     */
    String allowed(String asked) {
        if (asked.length() > LONGEST || !isSound(asked) || !allowed.contains(asked)) {
            String message = "must be one of the addresses that the operator lists in kernel.oauth.redirect-uris";
            throw new KernelException(
                    ErrorCode.INVALID,
                    "The parameter redirect_uri " + message + ".",
                    List.of(new FieldError("redirect_uri", message)));
        }
        return asked;
    }

    /** For an entry of the list. */
    static void requireSound(String entry) {
        if (!isSound(entry)) {
            throw new IllegalArgumentException("redirect-uris must hold whole addresses such as"
                    + " https://app.example.com/done, or paths that begin with one slash; without a # and a user");
        }
    }

    /** Whether every browser takes it for the same place. */
    private static boolean isSound(String text) {
        boolean plain = text.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
        if (!plain || text.startsWith("//")) {
            return false;
        }
        try {
            URI address = new URI(text);
            if (address.getRawFragment() != null) {
                return false;
            }
            return address.isAbsolute() ? isSoundAddress(address) : text.startsWith("/");
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Of the web, or of an app under the scheme that it has for itself, which has a dot in it. */
    private static boolean isSoundAddress(URI address) {
        String scheme = address.getScheme();
        boolean known = scheme.equals("https") || scheme.equals("http") || scheme.indexOf('.') > 0;
        return known && address.getHost() != null && address.getRawUserInfo() == null;
    }
}
