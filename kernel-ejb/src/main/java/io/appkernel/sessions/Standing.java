package io.appkernel.sessions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.appkernel.signals.Signals;
import io.appkernel.tokens.Claims;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which logins no longer stand, as far as a token that was issued for them may still be about. In memory while this node
 * hears every other one, and otherwise asked of the database each time. Thread-safe.
 */
final class Standing {
    private static final String TOPIC = "session";
    private static final long ENDED = Long.MAX_VALUE;

    /** Clocks of nodes differ, and a transaction may commit a while after it took its time. */
    private static final Duration SLACK = Duration.ofMinutes(2);

    private final SessionTable table;
    private final Signals signals;
    private final InstantSource clock;
    private final Duration lifetime;
    private final Cache<String, Long> least;
    private final AtomicInteger gaps = new AtomicInteger();
    private volatile int caughtUpAfter = -1;

    /** @param lifetime how long a token is good */
    Standing(SessionTable table, Signals signals, InstantSource clock, Duration lifetime) {
        this.table = table;
        this.signals = signals;
        this.clock = clock;
        this.lifetime = lifetime;
        this.least = Caffeine.newBuilder()
                .expireAfterWrite(lifetime.plus(SLACK))
                .executor(Runnable::run)
                .build();
        signals.on(TOPIC, this::heard);
        signals.onGap(gaps::incrementAndGet);
    }

    /** Whether a token of this generation of a login is good. */
    boolean isGood(String session, long generation) {
        if (caughtUpAfter == gaps.get() && signals.isHearing()) {
            Long needed = least.getIfPresent(session);
            return needed == null || generation >= needed;
        }
        return table.get(session)
                .filter(row -> row.endedMillis() == 0 && generation >= row.generation())
                .isPresent();
    }

    /** Whether the login that a token names is there, theirs and standing; a key that leaked is not enough to make one up. */
    boolean isListed(Claims claims) {
        return table.get(claims.session())
                .filter(row -> row.userId().equals(claims.userId()) && row.endedMillis() == 0)
                .filter(row -> claims.generation() >= row.generation())
                .isPresent();
    }

    /** Tells every node that the login has ended; after the commit. */
    void tellEnded(String session) {
        signals.send(TOPIC, session + ' ' + ENDED);
    }

    /** Tells every node that tokens before this generation are no longer good; after the commit. */
    void tellGeneration(String session, long generation) {
        signals.send(TOPIC, session + ' ' + generation);
    }

    private void heard(String text) {
        int space = text.indexOf(' ');
        raise(text.substring(0, space), Long.parseLong(text.substring(space + 1)));
    }

    private void raise(String session, long generation) {
        least.asMap().merge(session, generation, Math::max);
    }

    /** Reads what changed lately; a node that could not say so is heard this way too. */
    void catchUp() {
        int gap = gaps.get();
        Duration back = caughtUpAfter == gap ? SLACK : lifetime.plus(SLACK);
        for (SessionTable.Row row : table.changedSince(clock.millis() - back.toMillis())) {
            raise(row.id(), row.endedMillis() == 0 ? row.generation() : ENDED);
        }
        caughtUpAfter = gap;
    }
}
