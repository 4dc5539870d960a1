package io.appkernel.queue;

import io.appkernel.redis.Redis;
import io.appkernel.redis.Script;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The queue's scripts, read once. */
final class Scripts {
    final Script enqueue;
    final Script claim;
    final Script finish;
    final Script renew;
    final Script cancel;
    final Script redrive;
    final Script discard;
    final Script look;
    final Script depth;
    final Script progress;
    final Script wake;

    Scripts(Redis redis) {
        String common = read("common");
        this.enqueue = script(redis, common, "enqueue");
        this.claim = script(redis, common, "claim");
        this.finish = script(redis, common, "finish");
        this.renew = script(redis, common, "renew");
        this.cancel = script(redis, common, "cancel");
        this.redrive = script(redis, common, "redrive");
        this.discard = script(redis, common, "discard");
        this.look = script(redis, common, "look");
        this.depth = script(redis, common, "depth");
        this.progress = script(redis, common, "progress");
        this.wake = script(redis, common, "wake");
    }

    private static Script script(Redis redis, String common, String name) {
        return redis.script("queue " + name, common + read(name));
    }

    private static String read(String name) {
        try (InputStream file = Scripts.class.getResourceAsStream(name + ".lua")) {
            if (file == null) {
                throw new IllegalStateException("The script " + name + ".lua of the queue is not in its jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
