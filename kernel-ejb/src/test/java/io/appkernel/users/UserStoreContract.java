package io.appkernel.users;

import static io.appkernel.errors.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appkernel.db.DatabaseKind;
import io.appkernel.db.Db;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.store.EntityStore;
import io.appkernel.store.TestEntities;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The kernel's own accounts on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class UserStoreContract {
    private final List<String> told = new CopyOnWriteArrayList<>();
    private TestEntities entities;
    private EntityStore<KernelUser> rows;
    private Users users;

    abstract DatabaseKind kind();

    @BeforeAll
    void start() {
        entities = TestEntities.of(kind(), KernelUser.class);
        rows = entities.store(KernelUser.class);
        users = TestUsers.of(rows, new Db(entities.database()), new AccountListener() {
            @Override
            public void created(User user) {
                told.add("made " + user.id());
            }

            @Override
            public void changed(User before, User after) {
                told.add(before.id() + " " + before.role() + ">" + after.role());
            }

            @Override
            public void reclaimed(User user) {
                told.add(user.id() + " reclaimed, " + user.emailVerified());
            }
        });
    }

    @AfterAll
    void stop() {
        entities.close();
    }

    private static String unique(String prefix) {
        return prefix + UUID.randomUUID().toString().substring(0, 13);
    }

    private User make(String name) {
        return users.create(NewUser.of(name + "@example.com").withUsername(Optional.of(name)));
    }

    @Test
    void anAccountIsFoundByEverySpellingOfItsNames() {
        String name = unique("Ada.");
        User made = users.create(NewUser.of(" " + name + "+x@Example.com")
                .withUsername(Optional.of(name))
                .withName(Optional.of(" Ada "))
                .withPasswordHash("hash"));

        assertThat(made.email()).isEqualTo(name + "+x@Example.com");
        assertThat(made.name()).contains("Ada");
        assertThat(made.active()).isTrue();
        assertThat(made.emailVerified()).isFalse();
        assertThat(users.byId(made.id())).contains(made);
        assertThat(users.byUsername(name.toUpperCase())).contains(made);
        assertThat(users.byEmail(name.toUpperCase() + "+X@EXAMPLE.com")).contains(made);
        assertThat(users.byEmail(name + "@example.com")).isEmpty();
        assertThat(users.byIdentifier(name)).contains(made);
        assertThat(users.byIdentifier(name + "+x＠example.com")).contains(made);
        assertThat(users.byIdentifier("' or 1=1 --")).isEmpty();
        assertThat(told).contains("made " + made.id());
    }

    @Test
    void anAddressOf320CharactersFits() {
        String start = unique("long");
        String label = "d".repeat(63);
        String email = start + "a".repeat(64 - start.length()) + "@" + label + "." + label + "." + label + "." + label;

        User made = users.create(NewUser.of(email));

        assertThat(email).hasSize(320);
        assertThat(users.byEmail(email.toUpperCase())).contains(made);
    }

    @Test
    void accountsWithoutAnAddressOrAUsernameAreAnyNumber() {
        User one = users.create(NewUser.of(""));
        User other = users.create(NewUser.of(""));

        assertThat(one.id()).isNotEqualTo(other.id());
        assertThat(one.email()).isEmpty();
    }

    @Test
    void aTakenNameIsAConflictThatDoesNotSayWhichName() {
        String name = unique("bob.");
        make(name);

        for (NewUser again : List.of(
                NewUser.of(name.toUpperCase() + "@example.com"),
                NewUser.of(unique("c") + "@example.com").withUsername(Optional.of(name.toUpperCase())))) {
            assertThatThrownBy(() -> users.create(again)).isInstanceOfSatisfying(KernelException.class, thrown -> {
                assertThat(thrown.code()).isEqualTo(ErrorCode.CONFLICT);
                assertThat(thrown.getMessage()).isEqualTo("This email address or username is taken.");
            });
        }
    }

    @Test
    void ofManyThatRegisterAtOnceOneGetsTheNameAndTheOthersAConflict() throws Exception {
        for (int round = 0; round < 5; round++) {
            String name = unique("dee.");
            ExecutorService threads = Executors.newFixedThreadPool(8);
            try {
                List<Callable<String>> calls = IntStream.range(0, 8)
                        .<Callable<String>>mapToObj(i ->
                                () -> outcome(NewUser.of((i % 2 == 0 ? name : name.toUpperCase()) + "@example.com")
                                        .withUsername(Optional.of(name))))
                        .toList();
                List<String> outcomes = new ArrayList<>();
                for (Future<String> future : threads.invokeAll(calls)) {
                    outcomes.add(future.get());
                }
                assertThat(outcomes).filteredOn("made"::equals).hasSize(1);
                assertThat(outcomes)
                        .filteredOn("This email address or username is taken."::equals)
                        .hasSize(7);
            } finally {
                threads.shutdownNow();
            }
            assertThat(users.page(name, 10, 0).total()).isEqualTo(1);
        }
    }

    private String outcome(NewUser wanted) {
        try {
            users.create(wanted);
            return "made";
        } catch (KernelException e) {
            return e.getMessage();
        }
    }

    @Test
    void accountsAreSearchedAndShownNewestFirst() {
        String mark = unique("m_");
        User first = make(mark + ".1");
        User second = users.create(NewUser.of(unique("x") + "@example.com").withName(Optional.of("The " + mark)));

        UserPage page = users.page(mark.toUpperCase(), 10, 0);
        assertThat(page.users()).extracting(User::id).containsExactly(second.id(), first.id());
        assertThat(page.total()).isEqualTo(2);
        assertThat(users.page(mark, 1, 1).users()).extracting(User::id).containsExactly(first.id());
        assertThat(users.page(mark.replace('_', '%'), 10, 0).total())
                .as("no wildcards")
                .isZero();
        assertThat(users.page(mark.replace('_', 'x'), 10, 0).total()).isZero();
        assertThat(users.page("", 1, 0).total()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aDeletedAccountIsGoneAndKeepsItsNames() {
        String name = unique("eve.");
        User made = make(name);
        rows.softDelete(made.id());

        assertThat(users.byId(made.id())).isEmpty();
        assertThat(users.byUsername(name)).isEmpty();
        assertThatThrownBy(() -> make(name)).hasMessageContaining("taken");
    }

    @Test
    void whatAnAdministratorChangesIsToldAndHasAHistory() {
        User made = make(unique("fay."));

        User after = users.change(
                made.id(),
                new UserChange(Optional.of("editor"), Optional.of(false), Optional.of("Fay"), Optional.of(true)));
        users.changePassword(made.id(), "another hash");

        assertThat(after.role()).isEqualTo("editor");
        assertThat(after.active()).isFalse();
        assertThat(after.emailVerified()).isTrue();
        assertThat(told).contains(made.id() + " user>editor");
        assertThat(users.byId(made.id()).orElseThrow().passwordHash()).contains("another hash");
        assertThat(rows.history(made.id())).hasSize(3);
        refused(
                ErrorCode.NOT_FOUND,
                () -> users.change("nobody", UserChange.none().withActive(true)));
    }

    @Test
    void whoeverReclaimsAnAccountHasProvenTheAddressAndEverybodyIsTold() {
        User made = make(unique("gil."));

        users.reclaim(made.id());

        assertThat(users.byId(made.id()).orElseThrow().emailVerified()).isTrue();
        assertThat(told).contains(made.id() + " reclaimed, true");
    }

    @Test
    void howManyHaveARoleIsCountedActiveOrNot() {
        User one = users.create(NewUser.of(unique("i1") + "@example.com").withRole("gardener"));
        users.create(NewUser.of(unique("i2") + "@example.com").withRole("gardener"));
        users.change(one.id(), UserChange.none().withActive(false));

        assertThat(users.withRole("gardener")).isEqualTo(2);
        assertThat(users.withRole("nobody's")).isZero();
    }

    @Test
    void whatNoDatabaseStoresIsNobodys() {
        assertThat(users.byId("a\0b")).isEmpty();
        assertThat(users.locked("a\0b")).isEmpty();
        assertThat(users.page("a\0b", 10, 0).total()).isZero();
        refused(
                ErrorCode.NOT_FOUND,
                () -> users.change("a\0b", UserChange.none().withActive(true)));
    }

    @Test
    void aPasswordIsReplacedOnlyWhileItIsTheOneThatWasRead() {
        User read = users.create(NewUser.of(unique("hana.") + "@example.com").withPasswordHash("one"));

        assertThat(users.replacePassword(read, "two")).isTrue();
        assertThat(users.replacePassword(read, "three")).isFalse();

        assertThat(users.byId(read.id()).orElseThrow().passwordHash()).contains("two");
        assertThat(users.locked(read.id()).orElseThrow().passwordHash()).contains("two");
        assertThat(users.locked("nobody")).isEmpty();
    }

    @Test
    void ofTwoAdministratorsWhoTurnEachOtherOffOneRemains() throws Exception {
        for (User other : users.page("", 100, 0).users()) {
            if (other.isAdmin()) {
                rows.update(other.id(), java.util.Map.of("role", "user"));
            }
        }
        assertThat(users.hasAdmin()).isFalse();
        User one = users.create(NewUser.of(unique("a1") + "@example.com").withRole(User.ADMIN));
        User two = users.create(NewUser.of(unique("a2") + "@example.com").withRole(User.ADMIN));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Boolean>> calls = List.of(
                    () -> weakened(one, UserChange.none().withActive(false)),
                    () -> weakened(two, UserChange.none().withRole("user")));
            int done = 0;
            for (Future<Boolean> future : threads.invokeAll(calls)) {
                done += future.get() ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(users.hasAdmin()).isTrue();
    }

    private boolean weakened(User user, UserChange change) {
        try {
            users.change(user.id(), change);
            return true;
        } catch (KernelException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT);
            return false;
        }
    }

    @Test
    void aStoreThatTakesNoPartInAFlowSaysWhich() {
        UserStore bare = new MemoryUsers();

        assertThatThrownBy(() -> new Users(bare).page("", 1, 0)).hasMessageContaining("UserStore.page");
        assertThatThrownBy(() -> new Users(bare).hasAdmin()).hasMessageContaining("UserStore.activeAdmins");
        assertThatThrownBy(() -> new Users(bare).markEmailVerified("u1"))
                .hasMessageContaining("UserStore.markEmailVerified");
    }
}
