/**
 * The application's Redis. Start with {@link io.appkernel.redis.Redis}, which app and features inject, and {@link
 * io.appkernel.redis.Script}. {@code RedisChoice} says which Redis it is, {@code Clients} opens it, {@code
 * EmbeddedRedis} is the one for development. Readiness check {@code redis}, MXBean {@code kernel:type=Redis}, meters
 * {@code redis_*}.
 *
 * <p>Rules of keys; each feature lists its own keys on its package:
 * <ul>
 *   <li>{@code <kernel.redis.key-prefix><feature>:<what>}, made by {@link io.appkernel.redis.Redis#key}: nothing is
 *       written beside the prefix, so that applications can share a Redis.
 *   <li>Keys that one script or transaction touches share a hash tag, {@code feature:{of these}:what}: a cluster then
 *       keeps them on one node.
 *   <li>What is not owed to anybody has a TTL from the command that makes it. What is owed has none, and the server
 *       must not evict it ({@code maxmemory-policy noeviction}).
 * </ul>
 *
 * <p>Decisions:
 * <ul>
 *   <li>Jedis with a pool. Why: one command costs what the network costs, and pipelines are explicit. Rejected: Lettuce
 *       and Redisson, which bring Netty and threads of their own into every server.
 *   <li>Nothing is sent twice by itself. Why: the answer may be what was lost. Rejected: retries of the client; a
 *       cluster's redirections are the one exception, for the node has said no.
 *   <li>Failures to reach Redis open the breaker, answers of any kind close it. Why: a dead Redis costs callers
 *       nothing, and a wrong command says nothing of Redis.
 *   <li>The client opens with the first call. Why: Sentinels and clusters may be away when the application starts.
 *   <li>In development a real Redis, as a process beside the server that ends with it. Why: the scripts and the
 *       durability are the real ones. Rejected: an imitation inside the JVM, which proves nothing.
 *   <li>Protocol 2. Why: every server speaks it, and the third only adds what the kernel does not use.
 * </ul>
 */
@NullMarked
@Uses({"breaker", "errors", "jmx", "lifecycle", "log", "metrics", "settings"})
package io.appkernel.redis;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
