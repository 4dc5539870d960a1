package io.appkernel.probe.votes;

import io.appkernel.redis.Redis;
import io.appkernel.redis.Script;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** A bean with a script of its own. */
@ApplicationScoped
class Tally {
    private static final String COUNT = "return redis.call('HINCRBY', KEYS[1], ARGV[1], 1)";

    @Inject
    Redis redis;

    long count(String name) {
        Script count = redis.script("probe-count", COUNT);
        return (Long) count.call(List.of(redis.key("probe:votes")), List.of(name));
    }
}
