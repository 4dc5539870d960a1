package io.appkernel.tokens;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an access token says of its bearer. Immutable.
 *
 * @param userId whose it is
 * @param session the login it belongs to
 * @param generation which state of that login; a token of an earlier one is no longer good
 * @param roles every role of the user when it was issued, {@code role} among them
 */
public record Claims(
        String userId,
        String email,
        Optional<String> username,
        String role,
        Set<String> roles,
        String session,
        long generation) {
    public Claims {
        roles = Set.copyOf(roles);
    }

    /** A token that was found to be good. */
    public record Checked(Claims claims, long expiresMillis, Map<String, Object> all) {
        public Checked {
            all = Map.copyOf(all);
        }
    }
}
