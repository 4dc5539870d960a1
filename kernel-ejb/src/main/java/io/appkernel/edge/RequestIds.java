package io.appkernel.edge;

import com.github.f4b6a3.uuid.UuidCreator;
import org.jspecify.annotations.Nullable;

/** Takes a caller's request id when it is harmless, else makes one. */
final class RequestIds {
    static final String HEADER = "X-Request-ID";
    private static final int LONGEST = 128;

    private RequestIds() {}

    static String of(@Nullable String offered) {
        return offered != null && isHarmless(offered)
                ? offered
                : UuidCreator.getTimeOrderedEpochFast().toString();
    }

    private static boolean isHarmless(String id) {
        if (id.isEmpty() || id.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!plain && c != '-' && c != '_' && c != '.' && c != ':') {
                return false;
            }
        }
        return true;
    }
}
