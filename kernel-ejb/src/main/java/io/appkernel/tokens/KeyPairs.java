package io.appkernel.tokens;

import com.github.f4b6a3.uuid.UuidCreator;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.proc.SecurityContext;
import io.appkernel.keyring.Keyring;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Key pairs that all instances share, one after the other: each is published a while before it signs, so that whoever
 * checks our tokens has it by then, and as long as a token it signed may be about. Thread-safe.
 */
final class KeyPairs implements SigningKeys {
    /** How long a pair is published before it signs. */
    static final Duration AHEAD = Duration.ofHours(1);

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);
    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(5);
    private static final String PURPOSE = "signing-keys";
    private static final int RSA_BITS = 2048;

    private final KeyTable table;
    private final Consumer<Runnable> alone;
    private final Keyring keyring;
    private final TokenSettings settings;
    private final InstantSource clock;
    private volatile Loaded loaded = new Loaded(List.of(), 0);

    /** @param alone runs something while no other instance does */
    KeyPairs(KeyTable table, Consumer<Runnable> alone, Keyring keyring, TokenSettings settings, InstantSource clock) {
        this.table = table;
        this.alone = alone;
        this.keyring = keyring;
        this.settings = settings;
        this.clock = clock;
    }

    /** A pair and when it begins to sign. */
    private record Pair(JWK key, JWSSigner signer, long signsFromMillis) {}

    /** What the table held, in the order of signing. */
    private record Loaded(List<Pair> pairs, long atMillis) {
        Optional<Pair> signing(long now) {
            return pairs.stream().filter(pair -> pair.signsFromMillis() <= now).reduce((earlier, later) -> later);
        }
    }

    @Override
    public JWSAlgorithm algorithm() {
        return settings.algorithm() == Algorithm.ES256 ? JWSAlgorithm.ES256 : JWSAlgorithm.RS256;
    }

    @Override
    public Signing signing() {
        Pair pair = current()
                .signing(clock.millis())
                .orElseThrow(() -> new IllegalStateException("No key pair signs before the kernel has started"));
        return new Signing(Optional.of(pair.key().getKeyID()), pair.signer());
    }

    @Override
    public Map<String, Object> published() {
        return new JWKSet(keys(current())).toPublicJWKSet().toJSONObject();
    }

    /** A key that nobody here knows may be one that another instance has just made; who makes up ids asks in vain. */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        List<JWK> found = selector.select(new JWKSet(keys(current())));
        boolean again = found.isEmpty() && clock.millis() - loaded.atMillis() >= AT_MOST_EVERY.toMillis();
        return again ? selector.select(new JWKSet(keys(load()))) : found;
    }

    private static List<JWK> keys(Loaded loaded) {
        return loaded.pairs().stream().map(Pair::key).toList();
    }

    private Loaded current() {
        Loaded known = loaded;
        boolean fresh = clock.millis() - known.atMillis() < LOOK_AGAIN.toMillis();
        return fresh && known.signing(clock.millis()).isPresent() ? known : load();
    }

    private synchronized Loaded load() {
        Loaded known = read(clock.millis());
        loaded = known;
        return known;
    }

    /** Makes the next pair when it is due, and forgets the first when nothing it signed may still hold. */
    @Override
    public void tend() {
        long now = clock.millis();
        Loaded known = current();
        if (isNextDue(known, now) || isOldest(known, now)) {
            alone.accept(() -> turn(read(clock.millis())));
            load();
        }
    }

    private Loaded read(long now) {
        List<Pair> pairs = new ArrayList<>();
        for (KeyTable.Row row : table.of(settings.algorithm())) {
            pairs.add(pair(row));
        }
        return new Loaded(pairs, now);
    }

    private boolean isNextDue(Loaded known, long now) {
        long newest =
                known.pairs().stream().mapToLong(Pair::signsFromMillis).max().orElse(Long.MIN_VALUE / 2);
        return newest + settings.keyLifetime().toMillis() - AHEAD.toMillis() <= now;
    }

    /** Whether the first one signs no more, nor does anything it signed still hold. */
    private boolean isOldest(Loaded known, long now) {
        return known.pairs().size() > 1
                && known.pairs().get(1).signsFromMillis()
                                + settings.accessTokenLifetime().toMillis()
                                + AHEAD.toMillis()
                        < now;
    }

    private void turn(Loaded known) {
        long now = clock.millis();
        if (isNextDue(known, now)) {
            boolean first = known.signing(now).isEmpty();
            JWK key = generate();
            table.insert(
                    new KeyTable.Row(
                            key.getKeyID(),
                            keyring.seal(PURPOSE, key.toJSONString()),
                            first ? now : now + AHEAD.toMillis()),
                    settings.algorithm(),
                    now);
        }
        if (isOldest(known, now)) {
            table.delete(known.pairs().get(0).key().getKeyID());
        }
    }

    private JWK generate() {
        String id = UuidCreator.getTimeOrderedEpoch().toString();
        try {
            return settings.algorithm() == Algorithm.ES256
                    ? new ECKeyGenerator(Curve.P_256)
                            .keyID(id)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(algorithm())
                            .generate()
                    : new RSAKeyGenerator(RSA_BITS)
                            .keyID(id)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(algorithm())
                            .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java platform makes no key pairs of the kind", e);
        }
    }

    private Pair pair(KeyTable.Row row) {
        try {
            JWK key = JWK.parse(keyring.open(PURPOSE, row.sealed()));
            JWSSigner signer = key instanceof ECKey curve ? new ECDSASigner(curve) : new RSASSASigner((RSAKey) key);
            return new Pair(key, signer, row.signsFromMillis());
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "kernel_auth_keys holds a key that kernel.auth.token-secret does not open: set the secret it was"
                            + " made with, or delete the rows, which logs everybody out",
                    e);
        }
    }
}
