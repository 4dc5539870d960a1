/**
 * {@code /auth/oauth}: logging in with Google and GitHub. Start with {@link io.appkernel.web.oauth.OAuthResource}; the
 * rules are in {@code oauth}.
 */
@NullMarked
@Uses({"auth", "context", "errors", "net", "oauth", "rest", "sessions", "web"})
package io.appkernel.web.oauth;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
