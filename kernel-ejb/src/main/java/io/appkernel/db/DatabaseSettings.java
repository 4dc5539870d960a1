package io.appkernel.db;

import io.appkernel.settings.Alias;
import io.appkernel.settings.Default;
import io.appkernel.settings.SecretText;
import io.appkernel.settings.Settings;
import jakarta.enterprise.context.Dependent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Which database the application lives in, and how many connections it may have there.
 *
 * @param url as {@link DatabaseUrl} reads it
 * @param jndi the name of a pool the server manages, instead of a URL; the settings below are then the server's
 * @param maxPoolSize the most connections this node opens
 * @param minPoolSize the connections kept open while nobody needs them
 * @param acquisitionTimeout the longest wait for a connection; connecting itself may take half of it
 * @param socketTimeout how long a statement may be silent until the server counts as dead; migrations wait as long as
 *     it takes
 * @param xa whether the pool takes part in two-phase commits, for an application whose transactions hold another XA
 *     resource, such as a queue; PostgreSQL then needs {@code max_prepared_transactions} of at least the pool's size.
 *     The server does not recover what a crash left between the two phases: look for it with {@code XA RECOVER} or in
 *     {@code pg_prepared_xacts}, or use a pool of the server, which does
 */
@Dependent
@Settings("kernel.database")
public record DatabaseSettings(
        @Alias("DATABASE_URL") Optional<SecretText> url,
        Optional<String> jndi,
        @Default("20") int maxPoolSize,
        @Default("1") int minPoolSize,
        @Default("5s") Duration acquisitionTimeout,
        @Default("2m") Duration socketTimeout,
        @Default("false") boolean xa) {
    private static final Duration SHORTEST = Duration.ofMillis(100);

    public DatabaseSettings {
        url.ifPresent(text -> DatabaseUrl.parse("url", text));
        if (jndi.isPresent() && url.isPresent()) {
            throw new IllegalArgumentException(
                    "jndi must not be set together with url; one of them names the database");
        }
        if (maxPoolSize < 1) {
            throw new IllegalArgumentException("max-pool-size must be at least 1, for example 20");
        }
        if (minPoolSize < 0 || minPoolSize > maxPoolSize) {
            throw new IllegalArgumentException("min-pool-size must be from 0 to max-pool-size, for example 1");
        }
        if (acquisitionTimeout.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("acquisition-timeout must be at least 100ms, for example 5s");
        }
        if (socketTimeout.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("socket-timeout must be at least 1s, for example 2m");
        }
    }

    /** A pool of the usual size to that database: for tests. */
    public static DatabaseSettings of(String url) {
        return new DatabaseSettings(
                Optional.of(new SecretText(url)),
                Optional.empty(),
                20,
                1,
                Duration.ofSeconds(5),
                Duration.ofMinutes(2),
                false);
    }

    /** The database to connect to: the one that is set, or the embedded default under the data directory. */
    public DatabaseUrl database(Path dataDir) {
        return url.map(text -> DatabaseUrl.parse("url", text)).orElseGet(() -> DatabaseUrl.embedded(dataDir));
    }

    /** Half of the wait for a connection, so that the one who waits hears why it failed. */
    Duration connectTimeout() {
        return acquisitionTimeout.dividedBy(2);
    }
}
