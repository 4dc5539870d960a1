/**
 * How often a caller may ask; so far the limits themselves. Start with {@link io.appkernel.ratelimit.RateLimitSettings}.
 */
@NullMarked
@Uses("settings")
package io.appkernel.ratelimit;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
