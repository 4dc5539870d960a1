/**
 * The one Redis client of the application; so far its settings and the rule that prod has a Redis. Start with {@link
 * io.appkernel.redis.RedisSettings}.
 */
@NullMarked
@Uses({"breaker", "errors", "log", "settings"})
package io.appkernel.redis;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
