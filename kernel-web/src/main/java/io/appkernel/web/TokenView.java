package io.appkernel.web;

import io.appkernel.sessions.TokenPair;

/**
 * What a login is worth.
 *
 * @param expiresIn for how many seconds the access token is good
 */
public record TokenView(String accessToken, String refreshToken, String tokenType, long expiresIn, UserView user) {
    public static TokenView from(TokenPair pair) {
        return new TokenView(
                pair.accessToken(),
                pair.refreshToken(),
                "Bearer",
                pair.expiresIn().toSeconds(),
                UserView.from(pair.user()));
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "TokenView[" + user.id() + "]";
    }
}
