package planted.wallclock.jobs;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

record Due(Supplier<Instant> at, Clock clock) {
    Due() {
        this(Instant::now, Clock.systemUTC());
    }
}
