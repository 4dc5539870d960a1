package io.appkernel.redis;

import java.util.concurrent.atomic.LongAdder;

/** How many calls came out how, and how long they took. Thread-safe. */
final class Traffic {
    private final Count ok = new Count(new LongAdder(), new LongAdder());
    private final Count unavailable = new Count(new LongAdder(), new LongAdder());
    private final Count failed = new Count(new LongAdder(), new LongAdder());

    enum Outcome {
        OK,
        /** Redis is away, or nobody asked because it is. */
        UNAVAILABLE,
        /** Redis or the work said no. */
        FAILED
    }

    record Count(LongAdder calls, LongAdder nanos) {}

    void add(Outcome outcome, long nanos) {
        Count count = of(outcome);
        count.calls().increment();
        count.nanos().add(nanos);
    }

    Count of(Outcome outcome) {
        return switch (outcome) {
            case OK -> ok;
            case UNAVAILABLE -> unavailable;
            case FAILED -> failed;
        };
    }
}
