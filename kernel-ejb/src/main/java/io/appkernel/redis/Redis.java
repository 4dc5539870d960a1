package io.appkernel.redis;

import io.appkernel.breaker.Breaker;
import io.appkernel.errors.ErrorCode;
import io.appkernel.log.KernelLog;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The application's Redis: one pooled client for a server, a master that Sentinels watch, or a cluster.
 *
 * <pre>{@code
 * @Inject Redis redis;
 *
 * long seen = redis.call(client -> client.incr(redis.key("visits")));
 * }</pre>
 *
 * To inject. Thread-safe. Nothing here is sent twice: whoever gets an exception decides whether to try again.
 */
public final class Redis {
    /** How long one command of a client from {@link #blocking} may block. */
    public static final Duration LONGEST_BLOCK = Duration.ofSeconds(30);

    private final RedisSource source;
    private final RedisSettings settings;
    private final Breaker breaker;
    private final KernelLog log;
    private final Traffic traffic = new Traffic();
    private final ReentrantLock opening = new ReentrantLock();
    private volatile @Nullable UnifiedJedis client;
    private volatile boolean closed;

    Redis(RedisSource source, RedisSettings settings, Breaker breaker, KernelLog log) {
        this.source = source;
        this.settings = settings;
        this.breaker = breaker;
        this.log = log;
    }

    /** Without a container; whoever asks closes it: for tests and tools. */
    public static Redis of(RedisSettings settings) {
        RedisUrl url = RedisUrl.parse("url", settings.url().orElseThrow());
        return new Redis(new Clients(url, settings), settings, new Breaker(System::nanoTime), KernelLog.to(line -> {}));
    }

    /** The name of a key: the application's prefix and what it is called inside the application. */
    public String key(String name) {
        return settings.keyPrefix() + name;
    }

    /**
     * Runs one or more commands. What the work throws passes through, but for what Jedis throws.
     *
     * @throws RedisException what Redis would not do: unavailable, with the time to ask again, while it is away
     */
    public <T> T call(Function<? super UnifiedJedis, ? extends T> work) {
        breaker.refusal().ifPresent(this::turnAway);
        long start = System.nanoTime();
        try {
            T answer = work.apply(client());
            breaker.succeeded();
            traffic.add(Traffic.Outcome.OK, System.nanoTime() - start);
            return answer;
        } catch (JedisException e) {
            RedisException failure = RedisException.of(e);
            tell(failure);
            traffic.add(outcome(failure), System.nanoTime() - start);
            throw failure;
        } catch (RuntimeException | Error e) {
            breaker.undecided();
            traffic.add(outcome(e), System.nanoTime() - start);
            throw e;
        }
    }

    private void turnAway(Duration retryAfter) {
        traffic.add(Traffic.Outcome.UNAVAILABLE, 0);
        throw RedisException.breakerOpen(retryAfter);
    }

    /** What the failure says of Redis's presence. */
    private void tell(RedisException failure) {
        switch (failure.reason()) {
            case AWAY -> away(failure);
            case POOL -> breaker.undecided();
            default -> breaker.succeeded();
        }
    }

    private void away(RedisException failure) {
        forgetIdleConnections();
        source.lost();
        switch (breaker.failed()) {
            case FIRST -> log.warn("no answer from Redis", failure);
            case OPENING ->
                log.error(
                        "Redis cannot be reached; callers are turned away until it answers again",
                        failure,
                        "failures",
                        Breaker.FAILURES);
            case FURTHER -> {}
        }
    }

    private static Traffic.Outcome outcome(Throwable failure) {
        boolean unavailable = failure instanceof RedisException redis && redis.code() == ErrorCode.UNAVAILABLE;
        return unavailable ? Traffic.Outcome.UNAVAILABLE : Traffic.Outcome.FAILED;
    }

    /**
     * The pooled client itself, for pipelines. It throws what Jedis throws ({@link RedisException#of} translates) and is
     * neither counted nor behind the breaker. Nobody but the kernel closes it.
     */
    public UnifiedJedis client() {
        UnifiedJedis open = client;
        return open == null ? firstClient() : open;
    }

    /** Sentinels and clusters may be away when the application starts, so nobody asks them before somebody calls. */
    private UnifiedJedis firstClient() {
        if (!awaitOpening()) {
            throw RedisException.opening();
        }
        try {
            UnifiedJedis open = client;
            if (open == null && closed) {
                throw RedisException.none("The application is stopping.");
            }
            return open == null ? open() : open;
        } finally {
            opening.unlock();
        }
    }

    private UnifiedJedis open() {
        UnifiedJedis open = source.open(settings.maxConnections(), LONGEST_BLOCK);
        client = open;
        return open;
    }

    /** One caller finds the master or the nodes; the others wait no longer than for a connection. */
    private boolean awaitOpening() {
        try {
            return opening.tryLock(settings.acquisitionTimeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * A client of its own for commands that block, each for at most {@link #LONGEST_BLOCK}; on the shared pool they
     * would starve everybody else. It throws what Jedis throws. The caller closes it.
     *
     * @throws RedisException where Sentinels or a cluster cannot be asked now
     */
    public UnifiedJedis blocking(int connections) {
        return blocking(connections, LONGEST_BLOCK);
    }

    /** The same; who reads from it hears of a silence of {@code longest} and the socket's own patience as a broken one. */
    public UnifiedJedis blocking(int connections, Duration longest) {
        try {
            return source.open(connections, longest);
        } catch (JedisException e) {
            throw RedisException.of(e);
        }
    }

    /** A script, once per text: keep it. Nothing is sent yet. */
    public Script script(String name, String lua) {
        return new Script(this, name, lua);
    }

    RedisSource source() {
        return source;
    }

    /** The client, if anybody has called yet. */
    Optional<UnifiedJedis> opened() {
        return Optional.ofNullable(client);
    }

    Breaker breaker() {
        return breaker;
    }

    Traffic traffic() {
        return traffic;
    }

    /** One connection turned out to be dead: those that wait in the pool most likely are, too. */
    void forgetIdleConnections() {
        opened().map(Clients::pools).ifPresent(pools -> pools.forEach(GenericObjectPool::clear));
    }

    /** Closes the pool; every later call fails. */
    public void close() {
        closed = true;
        opening.lock();
        try {
            opened().ifPresent(UnifiedJedis::close);
            client = null;
        } finally {
            opening.unlock();
        }
        source.close();
    }
}
