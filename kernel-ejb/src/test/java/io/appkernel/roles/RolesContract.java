package io.appkernel.roles;

import static io.appkernel.errors.Refusals.invalid;
import static io.appkernel.errors.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appkernel.db.DatabaseKind;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.migrations.TestDeployment;
import io.appkernel.users.MemoryUsers;
import io.appkernel.users.NewUser;
import io.appkernel.users.User;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Roles that one kind of database keeps. */
abstract class RolesContract {
    private static final Optional<Resource> EVERYWHERE = Optional.empty();
    private static final Optional<Instant> FOR_GOOD = Optional.empty();

    @TempDir
    Path directory;

    private final MemoryUsers users = new MemoryUsers();
    private TestDeployment deployment;
    private RolesNode node;
    private Roles roles;
    private User ann;

    abstract DatabaseKind kind();

    @BeforeEach
    void open() {
        deployment = TestDeployment.fresh(kind(), directory);
        node = another();
        roles = node.roles;
        ann = users.create(NewUser.of("ann@example.com"));
    }

    private RolesNode another() {
        return new RolesNode(deployment, users);
    }

    @AfterEach
    void close() {
        node.close();
    }

    /** At once means: as long as a message takes. */
    private static void soon(Callable<Boolean> holds) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(2))
                .atMost(Duration.ofSeconds(1))
                .until(holds);
    }

    @Test
    void adminMayDoEverythingAndAPlainUserNothingUntilSomebodySaysOtherwise() {
        User root = users.create(NewUser.of("root@example.com").withRole(User.ADMIN));
        assertThat(roles.all().stream().map(Role::name)).containsExactly("admin", "user");
        assertThat(roles.all()).allMatch(Role::builtin);
        assertThat(roles.hasPermission(root.id(), "documents:write")).isTrue();
        assertThat(roles.hasPermission(ann.id(), "documents:write")).isFalse();
        roles.define("user", "Everybody.", Set.of("documents:write"));
        assertThat(roles.hasPermission(ann.id(), "documents:write")).isTrue();
        assertThat(roles.role("user")).contains(new Role("user", "Everybody.", Set.of("documents:write"), true));
    }

    @Test
    void aRoleAllowsWhatItsDefinitionSays() {
        roles.define("editor", "Writes.", Set.of("documents:*", "pages:read"));
        roles.assignRole(ann.id(), "editor");
        assertThat(roles.of(ann)).containsExactlyInAnyOrder("user", "editor");
        assertThat(roles.scopes(roles.of(ann))).containsExactlyInAnyOrder("documents:*", "pages:read");
        assertThat(roles.hasPermission(ann.id(), "documents:delete")).isTrue();
        assertThat(roles.hasPermission(ann.id(), "pages:read")).isTrue();
        assertThat(roles.hasPermission(ann.id(), "pages:write")).isFalse();
        assertThat(roles.hasPermission(ann.id(), "pages:read", "pages", "1")).isTrue();
        assertThat(roles.revokeRole(ann.id(), "editor")).isTrue();
        assertThat(roles.revokeRole(ann.id(), "editor")).isFalse();
        assertThat(roles.hasPermission(ann.id(), "documents:delete")).isFalse();
    }

    @Test
    void aRoleForOneResourceHoldsForThatResource() {
        roles.define("editor", "", Set.of("documents:write"));
        Optional<Resource> one = Optional.of(new Resource("documents", "1"));
        roles.assignRole(ann.id(), "editor", one, FOR_GOOD);
        assertThat(roles.hasPermission(ann.id(), "documents:write", "documents", "1"))
                .isTrue();
        assertThat(roles.hasPermission(ann.id(), "documents:write", "documents", "2"))
                .isFalse();
        assertThat(roles.hasPermission(ann.id(), "documents:write", "pages", "1"))
                .isFalse();
        assertThat(roles.hasPermission(ann.id(), "documents:read", "documents", "1"))
                .isFalse();
        assertThat(roles.hasPermission(ann.id(), "documents:write")).isFalse();
        assertThat(roles.of(ann)).containsExactly("user");
        assertThat(roles.revokeRole(ann.id(), "editor")).isFalse();
        assertThat(roles.revokeRole(ann.id(), "editor", one)).isTrue();
        assertThat(roles.hasPermission(ann.id(), "documents:write", "documents", "1"))
                .isFalse();
    }

    @Test
    void whoIsNotActiveMayNothing() {
        roles.define("editor", "", Set.of("documents:write"));
        roles.assignRole(ann.id(), "editor");
        roles.assignRole(ann.id(), "editor", Optional.of(new Resource("documents", "1")), FOR_GOOD);
        users.activate(ann.id(), false);
        roles.outdate(ann.id());
        assertThat(roles.hasPermission(ann.id(), "documents:write")).isFalse();
        assertThat(roles.hasPermission(ann.id(), "documents:write", "documents", "1"))
                .isFalse();
        assertThat(roles.hasPermission("nobody", "documents:write", "documents", "1"))
                .isFalse();
        assertThat(roles.holder(ann.id())).isEmpty();
    }

    @Test
    void aRoleForATimeEndsByItself() {
        roles.define("editor", "", Set.of("documents:write"));
        node.hearing();
        Instant end = Instant.ofEpochMilli(Instant.now().plusSeconds(60).toEpochMilli());
        roles.assignRole(ann.id(), "editor", EVERYWHERE, Optional.of(end));
        assertThat(roles.hasPermission(ann.id(), "documents:write")).isTrue();
        assertThat(roles.firstEnd(ann.id(), Set.of("editor"))).contains(end);
        assertThat(roles.firstEnd(ann.id(), Set.of("other"))).isEmpty();
        node.ahead.set(Duration.ofSeconds(61));
        assertThat(roles.hasPermission(ann.id(), "documents:write")).isFalse();
        assertThat(roles.of(ann)).containsExactly("user");
        assertThat(roles.holder(ann.id()).orElseThrow().roles()).containsExactly("user");
        assertThat(roles.assignments(ann.id())).hasSize(1);
    }

    @Test
    void assigningAgainSetsTheEndAndMakesNoSecond() {
        roles.define("editor", "", Set.of());
        Instant end = Instant.ofEpochMilli(Instant.now().plusSeconds(60).toEpochMilli());
        Assignment first = roles.assignRole(ann.id(), "editor");
        Assignment again = roles.assignRole(ann.id(), "editor", EVERYWHERE, Optional.of(end));
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(roles.assignments(ann.id())).containsExactly(again);
        assertThat(again.expiresAt()).contains(end);
    }

    @Test
    void assignmentsAreListedNewestFirstAndEndedByTheirId() {
        roles.define("editor", "", Set.of());
        roles.define("author", "", Set.of());
        Assignment first = roles.assignRole(ann.id(), "editor");
        Assignment second = roles.assignRole(ann.id(), "author", Optional.of(new Resource("documents", "1")), FOR_GOOD);
        assertThat(roles.assignments(ann.id()).stream().map(Assignment::id)).containsExactly(second.id(), first.id());
        assertThat(roles.revoke(first.id())).isTrue();
        assertThat(roles.revoke(first.id())).isFalse();
        assertThat(roles.assignments(ann.id())).containsExactly(second);
    }

    @Test
    void listenersHearOfChangesOfWhatIsHeldEverywhereAndMayUndoThem() {
        roles.define("editor", "", Set.of());
        roles.assignRole(ann.id(), "editor", Optional.of(new Resource("documents", "1")), FOR_GOOD);
        assertThat(node.changed).isEmpty();
        roles.assignRole(ann.id(), "editor");
        assertThat(node.changed).containsExactly(ann.id());
        roles.revokeRole(ann.id(), "editor");
        assertThat(node.changed).containsExactly(ann.id(), ann.id());
        roles.assignRole(ann.id(), "editor");
        roles.remove("editor");
        assertThat(node.changed).hasSize(4);
    }

    @Test
    void aRemovedRoleIsTakenFromAllWhoHoldIt() {
        roles.define("editor", "", Set.of("documents:write"));
        roles.assignRole(ann.id(), "editor");
        roles.assignRole(ann.id(), "editor", Optional.of(new Resource("documents", "1")), FOR_GOOD);
        assertThat(roles.assigned("editor")).isEqualTo(2);
        assertThat(roles.remove("editor")).isTrue();
        assertThat(roles.remove("editor")).isFalse();
        assertThat(roles.of(ann)).containsExactly("user");
        assertThat(roles.hasPermission(ann.id(), "documents:write")).isFalse();
        assertThat(roles.assignments(ann.id())).isEmpty();
    }

    @Test
    void aRoleThatIsSomebodysOwnIsNotRemovedUntilTheyHaveAnother() {
        roles.define("editor", "", Set.of("documents:write"));
        roles.assignRole(ann.id(), "editor");
        User bob = users.create(NewUser.of("bob@example.com").withRole("editor"));
        assertThat(roles.accounts("editor")).isEqualTo(1);

        assertThatThrownBy(() -> roles.remove("editor"))
                .isInstanceOfSatisfying(
                        KernelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT))
                .hasMessageContaining("1 account");
        assertThat(roles.of(ann)).contains("editor");
        assertThat(roles.role("editor")).isPresent();

        users.promote(bob.id(), User.ROLE);
        assertThat(roles.remove("editor")).isTrue();
        assertThat(roles.role("editor")).isEmpty();
    }

    @Test
    void anAccountGetsNoRoleThatDoesNotExist() {
        RoleAccounts watch = new RoleAccounts();
        watch.roles = roles;
        roles.define("editor", "", Set.of());

        for (String there : List.of("editor", "admin", "user")) {
            users.promote(ann.id(), there);
            watch.changed(ann, users.byId(ann.id()).orElseThrow());
        }
        users.promote(ann.id(), "nothing");
        User nothing = users.byId(ann.id()).orElseThrow();
        invalid("role", () -> watch.changed(ann, nothing));
        watch.changed(nothing, nothing);
    }

    @Test
    void aRoleThatSomebodyIsRemovingIsGivenToNobody() {
        roles.define("editor", "", Set.of());
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Assignment> given = node.db.inTransaction(() -> {
                roles.remove("editor");
                Future<Assignment> waiting = other.submit(() -> roles.assignRole(ann.id(), "editor"));
                assertThatThrownBy(() -> waiting.get(500, TimeUnit.MILLISECONDS))
                        .isInstanceOf(TimeoutException.class);
                return waiting;
            });
            assertThat(given).failsWithin(Duration.ofSeconds(30)).withThrowableOfType(ExecutionException.class);
        } finally {
            other.shutdownNow();
        }
        assertThat(roles.assignments(ann.id())).isEmpty();
    }

    @Test
    void noCharacterThatADatabaseRefusesGetsToIt() {
        roles.define("editor", "", Set.of());
        invalid("description", () -> roles.define("r", "a\0b", Set.of()));
        for (Resource wrong : List.of(new Resource("docu\0ments", "1"), new Resource("documents", "\u00001"))) {
            invalid(
                    wrong.id().equals("1") ? "resource_type" : "resource_id",
                    () -> roles.assignRole(ann.id(), "editor", Optional.of(wrong), FOR_GOOD));
        }
        invalid("role", () -> roles.assignRole(ann.id(), "edi\0tor"));
        assertThat(roles.assignments("a\0b")).isEmpty();
        assertThat(roles.revoke("a\0b")).isFalse();
        assertThat(roles.revokeRole(ann.id(), "a\0b")).isFalse();
        assertThat(roles.remove("a\0b")).isFalse();
    }

    @Test
    void builtinRolesStay() {
        refused(ErrorCode.CONFLICT, () -> roles.remove("admin"));
        refused(ErrorCode.CONFLICT, () -> roles.remove("user"));
        refused(ErrorCode.CONFLICT, () -> roles.define("admin", "", Set.of()));
    }

    @Test
    void wishesThatCannotBeMetNameTheField() {
        roles.define("editor", "", Set.of());
        invalid("name", () -> roles.define("Two Words", "", Set.of()));
        invalid("name", () -> roles.define("r".repeat(65), "", Set.of()));
        invalid("description", () -> roles.define("r", "d".repeat(501), Set.of()));
        for (String wrong : List.of("", ":", "a:", ":b", "a:b:c", "a b", "*:read", "docu*:read", "**")) {
            invalid("permissions", () -> roles.define("r", "", Set.of(wrong)));
        }
        invalid("user_id", () -> roles.assignRole("nobody", "editor"));
        invalid("role", () -> roles.assignRole(ann.id(), "nothing"));
        invalid(
                "expires_at",
                () -> roles.assignRole(
                        ann.id(),
                        "editor",
                        EVERYWHERE,
                        Optional.of(Instant.now().minusSeconds(1))));
        invalid(
                "resource_id",
                () -> roles.assignRole(ann.id(), "editor", Optional.of(new Resource("documents", " ")), FOR_GOOD));
    }

    @Test
    void changesHoldOnEveryNodeAtOnce() {
        node.hearing();
        try (RolesNode other = another().hearing()) {
            assertThat(other.roles.hasPermission(ann.id(), "documents:write")).isFalse();
            long version = other.roles.version();
            roles.define("editor", "", Set.of("documents:write"));
            roles.assignRole(ann.id(), "editor");
            soon(() -> other.roles.hasPermission(ann.id(), "documents:write"));
            assertThat(other.roles.version()).isNotEqualTo(version);
            roles.define("editor", "", Set.of("documents:read"));
            soon(() -> !other.roles.hasPermission(ann.id(), "documents:write"));
            roles.revokeRole(ann.id(), "editor");
            soon(() -> !other.roles.hasPermission(ann.id(), "documents:read"));
        }
    }

    @Test
    void theVersionStaysWhileNothingIsDifferent() {
        long version = roles.version();
        assertThat(roles.version()).isEqualTo(version);
        roles.define("editor", "", Set.of("documents:write"));
        long second = roles.version();
        assertThat(second).isNotEqualTo(version);
        roles.define("editor", "", Set.of("documents:write"));
        assertThat(roles.version()).isEqualTo(second);
    }

    @Test
    void whatIsRolledBackNeverWasAndIsNotRemembered() {
        roles.define("editor", "", Set.of("documents:write"));
        node.hearing();
        assertThatThrownBy(() -> node.db.inTransaction(() -> {
                    roles.assignRole(ann.id(), "editor");
                    roles.define("user", "", Set.of("pages:read"));
                    roles.hasPermission(ann.id(), "documents:write");
                    throw new IllegalStateException("undo");
                }))
                .hasMessage("undo");
        assertThat(roles.hasPermission(ann.id(), "documents:write")).isFalse();
        assertThat(roles.hasPermission(ann.id(), "pages:read")).isFalse();
        assertThat(roles.assignments(ann.id())).isEmpty();
    }

    @Test
    void whatIsKnownCostsNoRoundTripWhileTheNodeHears() {
        roles.define("editor", "", Set.of("documents:write"));
        roles.assignRole(ann.id(), "editor");
        node.hearing();
        assertThat(roles.hasPermission(ann.id(), "documents:write")).isTrue();
        node.opened.count();
        for (int i = 0; i < 100; i++) {
            assertThat(roles.hasPermission(ann.id(), "documents:write", "documents", "1"))
                    .isTrue();
        }
        assertThat(node.opened.lent()).isZero();
    }

    @Test
    void aNodeThatDoesNotHearAsksTheDatabase() {
        roles.define("editor", "", Set.of("documents:write"));
        try (RolesNode deaf = new RolesNode(deployment.withoutRedis(), users)) {
            assertThat(deaf.roles.hasPermission(ann.id(), "documents:write")).isFalse();
            roles.assignRole(ann.id(), "editor");
            assertThat(deaf.roles.hasPermission(ann.id(), "documents:write")).isTrue();
            roles.define("editor", "", Set.of());
            assertThat(deaf.roles.hasPermission(ann.id(), "documents:write")).isFalse();
        }
    }
}
