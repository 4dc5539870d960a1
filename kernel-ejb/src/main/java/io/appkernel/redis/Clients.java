package io.appkernel.redis;

import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.pool2.impl.GenericObjectPool;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisSentinelClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.providers.PooledConnectionProvider;

/** Opens clients of Jedis, one way for each kind of URL. Immutable. */
final class Clients implements RedisSource {
    /** How often a command of a cluster is sent again, to the node that has its key by now. */
    private static final int CLUSTER_ATTEMPTS = 3;

    private final RedisUrl url;
    private final RedisSettings settings;
    private final Optional<SslOptions> tls;

    Clients(RedisUrl url, RedisSettings settings) {
        this.url = url;
        this.settings = settings;
        this.tls = url.tls() ? Optional.of(tls(settings)) : Optional.empty();
    }

    @Override
    public String kind() {
        return url.kind().name().toLowerCase(Locale.ROOT);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Sentinels and clusters are asked at once, and who cannot be reached fails here.
     */
    @Override
    public UnifiedJedis open(int connections, Duration longestBlock) {
        DefaultJedisClientConfig.Builder config = config(url.database(), longestBlock);
        url.user().ifPresent(config::user);
        url.password().ifPresent(password -> config.password(password.reveal()));
        return switch (url.kind()) {
            case SERVER -> server(config.build(), pool(connections));
            case SENTINEL ->
                RedisSentinelClient.builder()
                        .masterName(url.master())
                        .sentinels(url.nodes())
                        .sentinelClientConfig(sentinel())
                        .clientConfig(config.build())
                        .poolConfig(pool(connections))
                        .build();
            case CLUSTER ->
                RedisClusterClient.builder()
                        .nodes(url.nodes())
                        .maxAttempts(CLUSTER_ATTEMPTS)
                        .maxTotalRetriesDuration(settings.socketTimeout())
                        .clientConfig(config.build())
                        .poolConfig(pool(connections))
                        .build();
        };
    }

    private UnifiedJedis server(DefaultJedisClientConfig config, ConnectionPoolConfig pool) {
        pool.setTestOnBorrow(true);
        IdleConnections factory = new IdleConnections(url.nodes().iterator().next(), config);
        return RedisClient.builder()
                .clientConfig(config)
                .connectionProvider(new PooledConnectionProvider(factory, pool))
                .build();
    }

    private DefaultJedisClientConfig sentinel() {
        DefaultJedisClientConfig.Builder config = config(0, Duration.ZERO);
        settings.sentinelPassword().ifPresent(password -> config.password(password.reveal()));
        return config.build();
    }

    /** Protocol 2 is all that the kernel's commands need and every server speaks. */
    private DefaultJedisClientConfig.Builder config(int database, Duration longestBlock) {
        int socketMillis = Math.toIntExact(settings.socketTimeout().toMillis());
        DefaultJedisClientConfig.Builder config = DefaultJedisClientConfig.builder()
                .resp2()
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
                .connectionTimeoutMillis(
                        Math.toIntExact(settings.connectTimeout().toMillis()))
                .socketTimeoutMillis(socketMillis)
                .blockingSocketTimeoutMillis(Math.toIntExact(longestBlock.toMillis()) + socketMillis)
                .database(database);
        tls.ifPresent(config::sslOptions);
        return config;
    }

    private ConnectionPoolConfig pool(int connections) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(connections);
        pool.setMaxIdle(connections);
        pool.setMaxWait(settings.acquisitionTimeout());
        pool.setTimeBetweenEvictionRuns(Duration.ofMillis(-1)); // A thread less; connections are tested when taken.
        pool.setJmxEnabled(false);
        return pool;
    }

    private static SslOptions tls(RedisSettings settings) {
        SslOptions.Builder options = SslOptions.builder().sslVerifyMode(SslVerifyMode.FULL);
        settings.trustStore().ifPresent(path -> {
            File file = path.toFile();
            settings.trustStorePassword()
                    .ifPresentOrElse(
                            password ->
                                    options.truststore(file, password.reveal().toCharArray()),
                            () -> options.truststore(file));
        });
        SslOptions built = options.build();
        try {
            built.createSslContext();
            return built;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "kernel.redis.trust-store cannot be read with kernel.redis.trust-store-password;"
                            + " name a PKCS12 or JKS file and the password that opens it",
                    e);
        }
    }

    /** The connections of a client lie in its pools. */
    static Collection<? extends GenericObjectPool<Connection>> pools(UnifiedJedis client) {
        if (client instanceof RedisClient server) {
            return List.of(server.getPool());
        }
        if (client instanceof RedisSentinelClient sentinel) {
            return sentinel.getPrimaryNodesConnectionMap().values();
        }
        return client instanceof RedisClusterClient cluster
                ? cluster.getClusterNodes().values()
                : List.of();
    }
}
