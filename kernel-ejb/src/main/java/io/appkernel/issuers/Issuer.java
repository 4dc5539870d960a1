package io.appkernel.issuers;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.appkernel.errors.LaterException;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who issues tokens: where its endpoints are and the keys that it signs with, both kept in memory and asked for
 * again in time. Thread-safe.
 */
public final class Issuer implements AutoCloseable {
    /** After so long it is tried whether keys and endpoints are still the same. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private static final Duration AHEAD = Duration.ofMinutes(1);
    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(10);

    /** For so long a silent issuer's keys go on: a key that it withdrew meanwhile is good until then. */
    private static final Duration OUTAGE = Duration.ofHours(4);

    private final String name;
    private final Optional<URI> jwksUrl;
    private final Fetcher fetcher;
    private final LongSupplier nanos;
    private final Duration fresh;
    private final Attempts<OIDCProviderMetadata> discoveries;
    private final Attempts<JWKSet> keyFetches;
    private final ExecutorService refreshes;
    private final JWKSource<SecurityContext> kept;
    private volatile @Nullable Found found;

    private record Found(OIDCProviderMetadata metadata, long atNanos) {}

    /**
     * @param name its identifier, as its tokens bear it
     * @param jwksUrl where its keys are; else its own metadata says so
     * @param nanos as {@code System.nanoTime}
     */
    public Issuer(String name, Optional<URI> jwksUrl, Fetcher fetcher, ThreadFactory threads, LongSupplier nanos) {
        this(name, jwksUrl, fetcher, threads, nanos, FRESH);
    }

    Issuer(
            String name,
            Optional<URI> jwksUrl,
            Fetcher fetcher,
            ThreadFactory threads,
            LongSupplier nanos,
            Duration fresh) {
        this.name = name;
        this.jwksUrl = jwksUrl;
        this.fetcher = fetcher;
        this.nanos = nanos;
        this.fresh = fresh;
        this.discoveries = new Attempts<>(nanos);
        this.keyFetches = new Attempts<>(nanos);
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        pool.allowCoreThreadTimeOut(true);
        this.refreshes = pool;
        this.kept = JWKSourceBuilder.<SecurityContext>create(new Keys())
                .cache(fresh.toMillis(), Math.min(Attempts.PAUSE.toMillis(), fresh.toMillis() / 2))
                .refreshAheadCache(ahead().toMillis(), null, refreshes, true, null, false)
                .rateLimited(Math.min(BETWEEN_FETCHES.toMillis(), fresh.toMillis() / 2))
                .outageTolerant(OUTAGE.toMillis())
                .build();
    }

    private Duration ahead() {
        return AHEAD.compareTo(fresh.dividedBy(5)) < 0 ? AHEAD : fresh.dividedBy(5);
    }

    /** Its identifier. */
    public String name() {
        return name;
    }

    /** The keys that it signs with. When they cannot be had, and only then, asking throws a {@code KeySourceException}. */
    public JWKSource<SecurityContext> keys() {
        return this::select;
    }

    /** A key that is not among those kept may be a new one, as long as nobody can ask. */
    private List<JWK> select(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        List<JWK> found = kept.get(selector, context);
        if (found.isEmpty() && keyFetches.haveFailed()) {
            throw new JWKSetUnavailableException(name + " does not answer, and this key is not known");
        }
        return found;
    }

    /**
     * What it says of itself; the last that it said, when it is silent now.
     *
     * @throws LaterException when it never answered
     */
    public OIDCProviderMetadata metadata() {
        try {
            return found();
        } catch (IOException e) {
            throw new LaterException(
                    "The identity provider does not answer properly. Try again in a moment.", Attempts.PAUSE);
        }
    }

    private OIDCProviderMetadata found() throws IOException {
        Found known = found;
        if (known != null && isFresh(known)) {
            return known.metadata();
        }
        try {
            return discoveries.run(this::discover);
        } catch (IOException e) {
            if (known != null) {
                return known.metadata();
            }
            throw e;
        }
    }

    private boolean isFresh(Found known) {
        return nanos.getAsLong() - known.atNanos() < fresh.toNanos();
    }

    private OIDCProviderMetadata discover() throws IOException {
        Found known = found;
        if (known != null && isFresh(known)) {
            return known.metadata();
        }
        String base = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        OIDCProviderMetadata metadata = metadata(fetcher.text(URI.create(base + "/.well-known/openid-configuration")));
        found = new Found(metadata, nanos.getAsLong());
        return metadata;
    }

    private OIDCProviderMetadata metadata(String text) throws IOException {
        OIDCProviderMetadata metadata;
        try {
            metadata = OIDCProviderMetadata.parse(text);
        } catch (ParseException e) {
            throw new IOException(name + " publishes no metadata that can be read", e);
        }
        if (!metadata.getIssuer().getValue().equals(name)) {
            throw new IOException(name + " calls itself " + metadata.getIssuer());
        }
        return metadata;
    }

    /** An issuer that is reached safely does not name an address that is not. */
    private URI guarded(URI address) throws IOException {
        if (name.startsWith("https:") && !"https".equals(scheme(address))) {
            throw new IOException(name + " names an address without TLS: " + address);
        }
        return address;
    }

    private static String scheme(URI address) {
        return String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        refreshes.shutdownNow();
        if (kept instanceof Closeable closeable) {
            try {
                closeable.close();
            } catch (IOException e) {
                throw new IllegalStateException("Nothing in it does I/O", e);
            }
        }
    }

    /** Fetches the keys, each time that it is asked. */
    private final class Keys implements JWKSetSource<SecurityContext> {
        @Override
        public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
                throws JWKSetUnavailableException {
            try {
                return keyFetches.run(this::fetch);
            } catch (IOException e) {
                throw new JWKSetUnavailableException("The keys of " + name + " cannot be had: " + e.getMessage(), e);
            }
        }

        private JWKSet fetch() throws IOException {
            URI address = jwksUrl.isPresent() ? jwksUrl.get() : guarded(found().getJWKSetURI());
            try {
                return JWKSet.parse(fetcher.text(address));
            } catch (java.text.ParseException e) {
                throw new IOException(address + " holds no keys that can be read", e);
            }
        }

        @Override
        public void close() {
            // It keeps nothing open.
        }
    }
}
