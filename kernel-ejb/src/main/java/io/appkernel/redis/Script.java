package io.appkernel.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * A Lua script from {@link Redis#script}. Nobody else's commands come between its own, but what it wrote before it failed
 * stays. Redis knows it by its hash; where it does not, after a restart, a flush or on another node, the text is sent once
 * more by itself. Immutable and thread-safe. Keys must be named as keys and, in a cluster, share one hash tag.
 */
public final class Script {
    private final Redis redis;
    private final String name;
    private final String lua;
    private final String sha;
    private final byte[] luaBytes;
    private final byte[] shaBytes;

    Script(Redis redis, String name, String lua) {
        this.redis = redis;
        this.name = name;
        this.lua = lua;
        this.luaBytes = lua.getBytes(StandardCharsets.UTF_8);
        this.sha = sha1(luaBytes);
        this.shaBytes = sha.getBytes(StandardCharsets.US_ASCII);
    }

    public String name() {
        return name;
    }

    /**
     * Runs it. Answers what Jedis makes of it: {@code String}, {@code Long}, {@code List} of these, or null.
     *
     * @throws RedisException as {@link Redis#call} does
     */
    public Object call(List<String> keys, List<String> args) {
        return redis.call(client -> on(client, keys, args));
    }

    /**
     * Runs it once for each list of arguments, in one pipeline: while Redis works on one the next is made. When one run
     * fails, the others may have run.
     *
     * @throws RedisException as {@link Redis#call} does
     */
    public List<Object> callEach(List<String> keys, Stream<List<String>> args) {
        return redis.call(client -> {
            List<List<String>> sent = new ArrayList<>();
            List<Response<Object>> responses = new ArrayList<>();
            try (AbstractPipeline pipeline = client.pipelined()) {
                args.forEach(one -> {
                    sent.add(one);
                    responses.add(in(pipeline, keys, one));
                });
                pipeline.sync();
            }
            List<Object> answers = new ArrayList<>(sent.size());
            for (int i = 0; i < sent.size(); i++) {
                answers.add(answer(client, responses.get(i), keys, sent.get(i)));
            }
            return answers;
        });
    }

    private Object answer(UnifiedJedis client, Response<Object> response, List<String> keys, List<String> args) {
        try {
            return response.get();
        } catch (JedisNoScriptException e) {
            return client.eval(lua, keys, args);
        }
    }

    /** The same for keys and arguments that are not text; strings in the answer are {@code byte[]}. */
    public Object callBytes(List<byte[]> keys, List<byte[]> args) {
        return redis.call(client -> onBytes(client, keys, args));
    }

    /** Runs it on a client of the caller's, for one of several commands inside {@link Redis#call}. */
    public Object on(UnifiedJedis client, List<String> keys, List<String> args) {
        try {
            return client.evalsha(sha, keys, args);
        } catch (JedisNoScriptException e) {
            return client.eval(lua, keys, args);
        }
    }

    /** The same for keys and arguments that are not text. */
    public Object onBytes(UnifiedJedis client, List<byte[]> keys, List<byte[]> args) {
        try {
            return client.evalsha(shaBytes, keys, args);
        } catch (JedisNoScriptException e) {
            return client.eval(luaBytes, keys, args);
        }
    }

    /**
     * Adds it to a pipeline. {@link Response#get} throws Jedis' {@code JedisNoScriptException} where Redis does not know
     * the script, and nothing was done then: {@link #load} and send it again.
     */
    public Response<Object> in(AbstractPipeline pipeline, List<String> keys, List<String> args) {
        return pipeline.evalsha(sha, keys, args);
    }

    /** The same for keys and arguments that are not text. */
    public Response<Object> inBytes(AbstractPipeline pipeline, List<byte[]> keys, List<byte[]> args) {
        return pipeline.evalsha(shaBytes, keys, args);
    }

    /** Makes it known to the node that has this key. */
    public void load(String key) {
        redis.call(client -> client.scriptLoad(lua, key));
    }

    /** Redis names scripts by it; nothing is kept safe with it. */
    private static String sha1(byte[] text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
