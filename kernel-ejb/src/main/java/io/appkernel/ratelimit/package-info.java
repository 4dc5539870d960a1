/**
 * How often a caller may ask; so far the limits themselves. Start with {@link io.appkernel.ratelimit.RateLimitSettings}.
 */
@NullMarked
package io.appkernel.ratelimit;

import org.jspecify.annotations.NullMarked;
