package io.appkernel.redis;

import io.appkernel.breaker.Breaker;
import io.appkernel.errors.ErrorCode;
import io.appkernel.log.KernelLog;
import java.time.Duration;
import java.util.Optional;
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
    private volatile @Nullable UnifiedJedis client;
    private boolean closed;

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
        Optional<Duration> refusal = breaker.refusal();
        if (refusal.isPresent()) {
            traffic.add(Traffic.Outcome.UNAVAILABLE, 0);
            throw RedisException.breakerOpen(refusal.get());
        }
        long start = System.nanoTime();
        Traffic.Outcome outcome = Traffic.Outcome.FAILED;
        boolean decided = false;
        try {
            T answer = work.apply(client());
            breaker.succeeded();
            decided = true;
            outcome = Traffic.Outcome.OK;
            return answer;
        } catch (JedisException e) {
            RedisException failure = RedisException.of(e);
            decided = tell(failure);
            outcome = outcome(failure);
            throw failure;
        } finally {
            if (!decided) {
                breaker.undecided();
            }
            traffic.add(outcome, System.nanoTime() - start);
        }
    }

    /** Whether the failure says anything of Redis's presence; the breaker is told. */
    private boolean tell(RedisException failure) {
        switch (failure.reason()) {
            case AWAY -> away(failure);
            case POOL -> {
                return false;
            }
            default -> breaker.succeeded();
        }
        return true;
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

    private static Traffic.Outcome outcome(RedisException failure) {
        return failure.code() == ErrorCode.UNAVAILABLE ? Traffic.Outcome.UNAVAILABLE : Traffic.Outcome.FAILED;
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
    private synchronized UnifiedJedis firstClient() {
        if (closed) {
            throw RedisException.none("The application is stopping.");
        }
        UnifiedJedis open = client;
        if (open == null) {
            open = source.open(settings.maxConnections(), LONGEST_BLOCK);
            client = open;
        }
        return open;
    }

    /**
     * A client of its own for commands that block, each for at most {@link #LONGEST_BLOCK}; on the shared pool they
     * would starve everybody else. The caller closes it.
     */
    public UnifiedJedis blocking(int connections) {
        return source.open(connections, LONGEST_BLOCK);
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
    public synchronized void close() {
        closed = true;
        UnifiedJedis open = client;
        client = null;
        if (open != null) {
            open.close();
        }
        source.close();
    }
}
