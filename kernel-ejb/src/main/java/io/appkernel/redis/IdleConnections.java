package io.appkernel.redis;

import java.time.Duration;
import org.apache.commons.pool2.PooledObject;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionFactory;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;

/** Connections that are asked whether they still answer before somebody gets one that lay idle for a while. */
final class IdleConnections extends ConnectionFactory {
    /** A busy pool should not pay for asking, and nobody should meet a connection that died in a quiet hour. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    IdleConnections(HostAndPort server, JedisClientConfig config) {
        super(server, config);
    }

    @Override
    public boolean validateObject(PooledObject<Connection> pooled) {
        return pooled.getIdleDuration().compareTo(FRESH) < 0
                ? pooled.getObject().isConnected()
                : super.validateObject(pooled);
    }
}
