package io.appkernel.web.oauth;

import io.appkernel.sessions.TokenPair;
import io.appkernel.users.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a login is worth, as at {@code /auth/login}.
 *
 * @param expiresIn for how many seconds the access token is good
 */
public record TokensView(String accessToken, String refreshToken, String tokenType, long expiresIn, Owner user)
        implements Answers.Ending {
    /** Whose login it is. */
    public record Owner(
            String id,
            @Nullable String username,
            String email,
            @Nullable String name,
            String role,
            boolean active,
            boolean emailVerified,
            Instant createdAt) {
        static Owner from(User user) {
            return new Owner(
                    user.id(),
                    user.username().orElse(null),
                    user.email(),
                    user.name().orElse(null),
                    user.role(),
                    user.active(),
                    user.emailVerified(),
                    user.createdAt());
        }
    }

    static TokensView from(TokenPair pair) {
        return new TokensView(
                pair.accessToken(),
                pair.refreshToken(),
                "Bearer",
                pair.expiresIn().toSeconds(),
                Owner.from(pair.user()));
    }

    @Override
    public String fragment() {
        return "access_token=" + Answers.encoded(accessToken)
                + "&refresh_token=" + Answers.encoded(refreshToken)
                + "&token_type=" + tokenType
                + "&expires_in=" + expiresIn;
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "TokensView[" + user.id() + "]";
    }
}
