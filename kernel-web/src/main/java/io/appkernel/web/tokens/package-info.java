/** {@code GET /.well-known/jwks.json}: the public keys by which others check the access tokens. */
@NullMarked
@Uses({"json", "tokens", "web"})
package io.appkernel.web.tokens;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
