package io.appkernel.apikeys;

import static io.appkernel.errors.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appkernel.auth.Caller;
import io.appkernel.auth.CallerKind;
import io.appkernel.auth.Verdict;
import io.appkernel.db.DatabaseKind;
import io.appkernel.errors.ErrorCode;
import io.appkernel.migrations.TestDeployment;
import io.appkernel.users.MemoryUsers;
import io.appkernel.users.NewUser;
import io.appkernel.users.User;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that one kind of database keeps. */
abstract class ApiKeysContract {
    @TempDir
    Path directory;

    private final MemoryUsers users = new MemoryUsers();
    private TestDeployment deployment;
    private TestKeys node;
    private User ann;
    private User root;

    abstract DatabaseKind kind();

    @BeforeEach
    void open() {
        deployment = TestDeployment.fresh(kind(), directory);
        node = another();
        node.roles.define("user", "", Set.of("documents:read", "documents:write"));
        ann = users.create(NewUser.of("ann@example.com"));
        root = users.create(NewUser.of("root@example.com").withRole(User.ADMIN));
    }

    private TestKeys another() {
        return new TestKeys(deployment, users);
    }

    @AfterEach
    void close() {
        node.close();
    }

    private IssuedKey key(User owner, String... scopes) {
        return node.keys.create(node.signedIn(owner), NewApiKey.of("ci", scopes));
    }

    @Test
    void aKeyActsForItsOwnerWithinItsScopes() {
        Caller caller = node.with(key(ann, "documents:read", "invoices:read"));
        assertThat(caller.id()).isEqualTo(ann.id());
        assertThat(caller.email()).isEqualTo("ann@example.com");
        assertThat(caller.kind()).isEqualTo(CallerKind.API_KEY);
        assertThat(caller.roles()).containsExactly("user");
        assertThat(caller.scopes()).containsExactly("documents:read");
        assertThat(caller.limits()).containsExactlyInAnyOrder("documents:read", "invoices:read");
    }

    @Test
    void theSecretIsLongRandomShownOnceAndStoredAsADigest() {
        IssuedKey one = key(ann);
        IssuedKey other = key(ann);
        assertThat(one.secret()).matches("sk_live_[A-Za-z0-9_-]{43}").isNotEqualTo(other.secret());
        assertThat(one.secret()).startsWith(one.key().prefix());
        assertThat(one.key().prefix()).hasSizeLessThan(20);
        assertThat(one.toString()).doesNotContain(one.secret());
        List<String> stored = node.db.withConnection(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "SELECT * FROM " + node.opened.database().dialect().quote("kernel_api_keys"))) {
                StringBuilder all = new StringBuilder();
                while (rows.next()) {
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        all.append(rows.getString(i)).append('\n');
                    }
                }
                return List.of(all.toString());
            }
        });
        assertThat(stored.get(0))
                .contains(one.key().id())
                .doesNotContain(one.secret())
                .doesNotContain(one.secret().substring(8));
        assertThat(String.join("\n", node.log)).doesNotContain("sk_live_");
    }

    @Test
    void whatIsNoKeyIsRefused() {
        IssuedKey key = key(ann);
        for (String wrong : List.of(
                "sk_live_",
                key.secret() + "x",
                key.secret().substring(0, 50),
                "sk_live_" + "A".repeat(43),
                key.secret().toUpperCase(java.util.Locale.ROOT),
                "sk_live_" + "\u00e9".repeat(43))) {
            assertThat(node.keys.verify(wrong)).isInstanceOf(Verdict.Refused.class);
        }
    }

    @Test
    void aRevokedKeyIsRefusedAtOnceOnEveryNode() {
        IssuedKey key = key(ann);
        node.hearing();
        try (TestKeys other = another().hearing()) {
            assertThat(other.takes(key)).isTrue();
            assertThat(node.takes(key)).isTrue();
            assertThat(node.keys.revoke(node.signedIn(ann), key.key().id())).isTrue();
            assertThat(node.takes(key)).isFalse();
            soon(() -> !other.takes(key));
        }
        assertThat(node.keys.get(node.signedIn(ann), key.key().id())).isEmpty();
        assertThat(node.keys.ofUser(ann.id())).isEmpty();
        assertThat(node.keys.revoke(node.signedIn(ann), key.key().id())).isFalse();
    }

    /** At once means: as long as a message takes. */
    private static void soon(java.util.concurrent.Callable<Boolean> holds) {
        org.awaitility.Awaitility.await()
                .pollInterval(Duration.ofMillis(2))
                .atMost(Duration.ofSeconds(1))
                .until(holds);
    }

    @Test
    void aRevocationThatIsRolledBackNeverWas() {
        IssuedKey key = key(ann);
        node.hearing();
        assertThat(node.takes(key)).isTrue();
        assertThatThrownBy(() -> node.db.inTransaction(() -> {
                    node.keys.revoke(node.signedIn(ann), key.key().id());
                    assertThat(node.takes(key)).isTrue();
                    throw new IllegalStateException("undo");
                }))
                .hasMessage("undo");
        assertThat(node.takes(key)).isTrue();
    }

    @Test
    void allKeysOfAnAccountEndTogetherOnEveryNodeAndNoOthers() {
        IssuedKey one = key(ann);
        IssuedKey two = key(ann, "documents:read");
        IssuedKey others = key(root);
        node.hearing();
        try (TestKeys second = another().hearing()) {
            assertThat(second.takes(one)).isTrue();
            assertThat(node.keys.revokeAll(ann.id())).isEqualTo(2);
            soon(() -> !second.takes(one) && !second.takes(two));
            assertThat(second.takes(others)).isTrue();
        }
        assertThat(node.keys.revokeAll(ann.id())).isZero();
    }

    @Test
    void aKeyOfAnOwnerWhoIsNoLongerActiveIsRefusedOnEveryNodeUntilTheyAreAgain() {
        IssuedKey key = key(ann);
        node.hearing();
        try (TestKeys other = another().hearing()) {
            assertThat(other.takes(key)).isTrue();
            users.activate(ann.id(), false);
            node.roles.outdate(ann.id());
            assertThat(node.takes(key)).isFalse();
            soon(() -> !other.takes(key));
            users.activate(ann.id(), true);
            node.roles.outdate(ann.id());
            soon(() -> other.takes(key));
        }
    }

    @Test
    void whileANodeDoesNotHearTheOthersItAsksTheDatabase() {
        IssuedKey key = key(ann);
        try (TestKeys deaf = new TestKeys(deployment.withoutRedis(), users)) {
            assertThat(deaf.takes(key)).isTrue();
            node.keys.revoke(node.signedIn(ann), key.key().id());
            assertThat(deaf.takes(key)).isFalse();
        }
    }

    @Test
    void aKnownKeyCostsNoRoundTrip() {
        IssuedKey key = key(ann, "documents:read");
        node.hearing();
        assertThat(node.takes(key)).isTrue();
        node.opened.count();
        Caller first = node.with(key);
        for (int i = 0; i < 100; i++) {
            assertThat(node.with(key)).isSameAs(first);
        }
        assertThat(node.opened.lent()).isZero();
    }

    @Test
    void whatAnOwnerLosesTheirKeysLoseOnEveryNode() {
        users.promote(ann.id(), "editor");
        node.roles.define("editor", "", Set.of("documents:*"));
        IssuedKey key = key(ann, "documents:delete");
        node.hearing();
        try (TestKeys other = another().hearing()) {
            assertThat(other.with(key).scopes()).containsExactly("documents:delete");
            node.roles.define("editor", "", Set.of("documents:read"));
            assertThat(node.with(key).scopes()).isEmpty();
            soon(() -> other.with(key).scopes().isEmpty());
            users.promote(ann.id(), "user");
            node.roles.outdate(ann.id());
            soon(() -> other.with(key).roles().equals(Set.of("user")));
        }
    }

    @Test
    void aKeyHoldsTheRoleAdminOnlyWithTheScopeForIt() {
        assertThat(node.with(key(root)).isAdmin()).isFalse();
        assertThat(node.with(key(root)).roles()).containsExactly("user");
        assertThat(node.with(key(root, "admin")).isAdmin()).isTrue();
    }

    @Test
    void everythingIsGivenByTheStarUntilTheOwnerIsNoLongerAdmin() {
        IssuedKey key = key(root, "*");
        assertThat(node.with(key).isAdmin()).isTrue();
        assertThat(node.with(key).scopes()).containsExactly("*");
        users.promote(root.id(), "user");
        node.roles.outdate(root.id());
        assertThat(node.with(key).isAdmin()).isFalse();
        assertThat(node.with(key).scopes()).containsExactlyInAnyOrder("documents:read", "documents:write");
    }

    @Test
    void aKeyNeitherEndsOneThatMayDoMoreNorRotatesAnother() {
        IssuedKey weak = key(ann, "documents:read");
        IssuedKey strong = key(ann, "documents:*");
        Caller caller = node.with(weak);
        refused(ErrorCode.FORBIDDEN, () -> node.keys.revoke(caller, strong.key().id()));
        refused(ErrorCode.FORBIDDEN, () -> node.keys.rotate(caller, strong.key().id(), Optional.empty()));
        refused(
                ErrorCode.FORBIDDEN,
                () -> node.keys.rotate(node.with(strong), weak.key().id(), Optional.empty()));
        assertThat(node.keys.revoke(node.with(strong), weak.key().id())).isTrue();
    }

    @Test
    void anothersKeyIsNotThereButForAdminsWhoMayRevokeAndNotRotateIt() {
        User bob = users.create(NewUser.of("bob@example.com"));
        IssuedKey key = key(ann);
        String id = key.key().id();
        assertThat(node.keys.get(node.signedIn(bob), id)).isEmpty();
        assertThat(node.keys.revoke(node.signedIn(bob), id)).isFalse();
        assertThat(node.keys.rotate(node.signedIn(bob), id, Optional.empty())).isEmpty();
        assertThat(node.keys.get(node.signedIn(root), id)).isPresent();
        assertThat(node.keys.rotate(node.signedIn(root), id, Optional.empty())).isEmpty();
        assertThat(node.takes(key)).isTrue();
        assertThat(node.keys.revoke(node.signedIn(root), id)).isTrue();
        assertThat(node.takes(key)).isFalse();
    }

    @Test
    void aRotatedKeyHasANewSecretAndTheOldOneIsGoodForTheGraceOnly() {
        IssuedKey key = key(ann, "documents:read");
        String id = key.key().id();
        node.hearing();
        try (TestKeys other = another().hearing()) {
            assertThat(other.takes(key)).isTrue();
            IssuedKey second = node.keys
                    .rotate(node.signedIn(ann), id, Optional.of(Duration.ofHours(1)))
                    .orElseThrow();
            assertThat(second.key().id()).isEqualTo(id);
            assertThat(second.key().scopes()).containsExactly("documents:read");
            soon(() -> other.takes(second));
            assertThat(other.takes(key)).isTrue();
            other.ahead.set(Duration.ofMinutes(61));
            assertThat(other.takes(key)).isFalse();
            assertThat(other.takes(second)).isTrue();
            IssuedKey third =
                    node.keys.rotate(node.signedIn(ann), id, Optional.empty()).orElseThrow();
            other.ahead.set(Duration.ZERO);
            soon(() -> !other.takes(second) && !other.takes(key));
            assertThat(other.takes(third)).isTrue();
        }
        refused(ErrorCode.INVALID, () -> node.keys.rotate(node.signedIn(ann), id, Optional.of(Duration.ofDays(8))));
    }

    @Test
    void anExpiredKeyIsRefusedAndStillListed() {
        IssuedKey key = node.keys.create(node.signedIn(ann), NewApiKey.of("ci").expiringIn(1));
        assertThat(node.takes(key)).isTrue();
        node.ahead.set(Duration.ofDays(1).plusSeconds(1));
        assertThat(node.takes(key)).isFalse();
        assertThat(node.keys.ofUser(ann.id())).hasSize(1);
    }

    @Test
    void usesAreNotedInMemoryAndWrittenTogether() {
        IssuedKey key = key(ann);
        IssuedKey unused = key(ann);
        assertThat(node.takes(key)).isTrue();
        try (TestKeys other = another()) {
            assertThat(lastUsed(other, key)).isEmpty();
            assertThat(lastUsed(node, key)).isPresent();
            node.keys.writeUses();
            assertThat(lastUsed(other, key).map(java.time.Instant::toEpochMilli))
                    .isEqualTo(lastUsed(node, key).map(java.time.Instant::toEpochMilli));
            assertThat(lastUsed(other, unused)).isEmpty();
        }
    }

    private Optional<java.time.Instant> lastUsed(TestKeys at, IssuedKey key) {
        return at.keys.get(at.signedIn(ann), key.key().id()).orElseThrow().lastUsedAt();
    }

    @Test
    void thereAreOnlySoManyKeysAndTheNewestIsFirst() {
        key(ann);
        key(ann);
        IssuedKey last = key(ann);
        refused(ErrorCode.CONFLICT, () -> key(ann));
        assertThat(node.keys.ofUser(ann.id()).get(0).id()).isEqualTo(last.key().id());
        node.keys.revoke(node.signedIn(ann), last.key().id());
        assertThat(node.takes(key(ann))).isTrue();
    }

    @Test
    void revokedKeysAreForgottenAfterAMonth() {
        IssuedKey key = key(ann);
        node.keys.revoke(node.signedIn(ann), key.key().id());
        assertThat(node.keys.purge()).isZero();
        node.ahead.set(Duration.ofDays(31));
        assertThat(node.keys.purge()).isEqualTo(1);
    }
}
