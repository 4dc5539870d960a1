package io.appkernel.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import io.appkernel.db.Database;
import io.appkernel.db.DatabaseKind;
import io.appkernel.db.Db;
import io.appkernel.keyring.Keyring;
import io.appkernel.migrations.Migrations;
import io.appkernel.migrations.TestDatabase;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Key pairs that one kind of database keeps. */
abstract class KeyPairsContract {
    private static final Claims ANN =
            new Claims("u1", "ann@example.com", Optional.empty(), "user", Set.of("user"), "s1", 0);

    @TempDir
    Path directory;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-01T10:00:00Z"));
    private final Keyring keyring = new Keyring("a secret of more than thirty-two characters");
    private TestDatabase opened;
    private Database database;
    private Migrations migrations;

    abstract DatabaseKind kind();

    @BeforeEach
    void open() {
        opened = new TestDatabase(kind(), TestDatabase.newUrl(kind()));
        database = opened.database();
        migrations = opened.migrations(directory);
        migrations.apply(new KeyTable.Wanted().tables());
    }

    @AfterEach
    void close() {
        opened.close();
    }

    private Tokens node(Algorithm algorithm, Keyring with) {
        TokenSettings settings = new TokenSettings(
                Duration.ofMinutes(15), algorithm, Optional.empty(), Optional.empty(), Duration.ofDays(90));
        KeyTable table = new KeyTable(new Db(database), database.dialect());
        return new Tokens(new KeyPairs(table, migrations::alone, with, settings, now::get), settings, "app", now::get);
    }

    private Tokens node() {
        Tokens tokens = node(Algorithm.RS256, keyring);
        tokens.tend();
        return tokens;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> published(Tokens tokens) {
        return (List<Map<String, Object>>) tokens.published().get("keys");
    }

    private static boolean takes(Tokens tokens, String token) {
        return tokens.check(token).isPresent();
    }

    @Test
    void whatOneNodeSignsTheOthersTake() {
        Tokens first = node();
        Tokens second = node();
        assertThat(takes(second, first.issue(ANN))).isTrue();
        assertThat(takes(first, second.issue(ANN))).isTrue();
        assertThat(published(second)).isEqualTo(published(first)).hasSize(1);
    }

    @Test
    void onlyThePublicHalvesArePublished() {
        assertThat(published(node())).singleElement().satisfies(key -> {
            assertThat(key).containsKeys("kid", "n", "e").containsEntry("alg", "RS256");
            assertThat(key).containsEntry("use", "sig").doesNotContainKeys("d", "p", "q", "dp", "dq", "qi");
        });
    }

    @Test
    void theNextPairIsPublishedAnHourBeforeItSignsAndTheFirstStaysWhileItsTokensLive() {
        Tokens tokens = node();
        String first = kid(tokens);
        pass(Duration.ofDays(90).minus(KeyPairs.AHEAD));
        tokens.tend();
        assertThat(published(tokens)).hasSize(2);
        assertThat(kid(tokens)).isEqualTo(first);

        pass(KeyPairs.AHEAD.minusMinutes(2));
        String old = tokens.issue(ANN);
        pass(Duration.ofMinutes(2));
        assertThat(kid(tokens)).isNotEqualTo(first);
        assertThat(takes(tokens, old) && takes(tokens, tokens.issue(ANN))).isTrue();

        pass(Duration.ofHours(2));
        tokens.tend();
        assertThat(published(tokens)).hasSize(1);
        assertThat(kid(tokens)).isNotEqualTo(first);
        assertThat(takes(tokens, old)).isFalse();
    }

    @Test
    void aNodeThatMissedTheTurnStillTakesWhatTheOthersSign() {
        Tokens asleep = node();
        Tokens awake = node();
        pass(Duration.ofDays(91));
        awake.tend();
        pass(KeyPairs.AHEAD);
        assertThat(takes(asleep, awake.issue(ANN))).isTrue();
        assertThat(takes(awake, asleep.issue(ANN))).isTrue();
    }

    @Test
    void severalThatTendAtOnceMakeOnePair() throws Exception {
        List<Thread> nodes =
                Stream.generate(() -> new Thread(this::node)).limit(4).toList();
        nodes.forEach(Thread::start);
        for (Thread thread : nodes) {
            thread.join();
        }
        assertThat(published(node())).hasSize(1);
    }

    @Test
    void shortSignaturesWorkTheSameWay() {
        Tokens tokens = node(Algorithm.ES256, keyring);
        tokens.tend();
        assertThat(takes(tokens, tokens.issue(ANN))).isTrue();
        assertThat(published(tokens))
                .singleElement()
                .satisfies(key -> assertThat(key).containsEntry("kty", "EC").doesNotContainKey("d"));
        assertThat(takes(node(), tokens.issue(ANN))).isFalse();
    }

    @Test
    void anotherSecretDoesNotOpenTheKeysAndSaysWhatToDo() {
        node();
        Tokens stranger = node(Algorithm.RS256, new Keyring("another secret of more than thirty-two"));
        assertThatThrownBy(stranger::tend).hasMessageContaining("kernel.auth.token-secret");
    }

    private static String kid(Tokens tokens) {
        try {
            return SignedJWT.parse(tokens.issue(ANN)).getHeader().getKeyID();
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }
}
