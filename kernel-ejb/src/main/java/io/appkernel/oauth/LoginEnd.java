package io.appkernel.oauth;

import io.appkernel.sessions.TokenPair;
import java.util.Optional;

/** How a login at a provider ended well; with where the browser goes next, a whole address, if anywhere. Immutable. */
public sealed interface LoginEnd {
    Optional<String> redirect();

    /** Somebody is logged in. */
    record SignedIn(TokenPair tokens, Optional<String> redirect) implements LoginEnd {}

    /** Somebody who was logged in has one more way to do so. */
    record Linked(OAuthAccount account, Optional<String> redirect) implements LoginEnd {}
}
