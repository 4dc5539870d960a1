/**
 * The one Redis client of the application; so far its settings and the rule that prod has a Redis. Start with {@link
 * io.appkernel.redis.RedisSettings}.
 */
@NullMarked
package io.appkernel.redis;

import org.jspecify.annotations.NullMarked;
