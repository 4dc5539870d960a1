package io.appkernel.issuers;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Makes what is injected, once. */
@Dependent
class FetcherProducer {
    private static final Duration TIMEOUT = Duration.ofSeconds(4);

    @Produces
    @Singleton
    Fetcher fetcher() {
        return new Fetcher(TIMEOUT, System::nanoTime);
    }
}
