package io.appkernel.sessions;

import io.appkernel.users.User;
import java.time.Duration;

/** What a login is worth: a token to call with and one to get the next pair with. Immutable. */
public record TokenPair(String accessToken, String refreshToken, Duration expiresIn, String sessionId, User user) {
    /** Without the tokens, which no log may have. */
    @Override
    public String toString() {
        return "TokenPair[" + sessionId + ", " + user + "]";
    }
}
