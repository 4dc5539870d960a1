package io.appkernel.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appkernel.users.NewUser;
import io.appkernel.users.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Logins that begin while the account becomes another, and what is told of that, on one kind of database. */
abstract class SessionChangesContract extends SessionsNode {
    @Test
    void whatWasProvenBeforeThePasswordChangedBeginsNothing() {
        users.changePassword(ann.id(), "another hash");

        assertThatThrownBy(() -> node.sessions.begin(ann, CLIENT)).isInstanceOf(OvertakenException.class);

        assertThat(node.sessions.ofUser(ann.id())).isEmpty();
    }

    @Test
    void aStoreThatDoesNotLockIsAskedAgainOnceALoginHasBegun() {
        stage.onceLocked(() -> users.changePassword(ann.id(), "another hash"));
        assertThatThrownBy(() -> node.sessions.begin(ann, CLIENT)).isInstanceOf(OvertakenException.class);
        User now = users.byId(ann.id()).orElseThrow();
        stage.onceLocked(() -> users.activate(ann.id(), false));
        assertThatThrownBy(() -> node.sessions.begin(now, CLIENT)).hasMessageContaining("not active");
        users.activate(ann.id(), true);
        stage.onceLocked(() -> users.promote(ann.id(), "editor"));
        assertThatThrownBy(() -> node.sessions.begin(now, CLIENT)).isInstanceOf(OvertakenException.class);

        assertThat(node.sessions.ofUser(ann.id())).isEmpty();
        assertThat(node.sessions.begin(now, CLIENT).user().role()).isEqualTo("editor");
    }

    @Test
    void whoChangesAnAccountThatIsLockedWaitsForTheLoginThatBeginsAndEndsIt() {
        AtomicReference<TestSessions> made = new AtomicReference<>();
        SqlUsers members = new SqlUsers(() -> made.get().db);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (TestSessions at = another(stage.over(members))) {
            made.set(at);
            members.make();
            User member = members.create(NewUser.of("").withPasswordHash("hash"));
            AtomicReference<Future<?>> change = new AtomicReference<>();
            stage.onceLocked(() -> {
                change.set(other.submit(() -> at.db.inTransaction(() -> {
                    members.changePassword(member.id(), "another hash");
                    at.sessions.endAll(member.id());
                })));
                assertThatThrownBy(() -> change.get().get(500, TimeUnit.MILLISECONDS))
                        .isInstanceOf(TimeoutException.class);
            });

            TokenPair pair = at.db.inTransaction(() -> at.sessions.begin(member, CLIENT));

            assertThat(change.get()).succeedsWithin(Duration.ofSeconds(10));
            assertThat(at.takes(pair)).isFalse();
            assertThat(at.sessions.ofUser(member.id())).isEmpty();
            assertThatThrownBy(() -> at.sessions.begin(member, CLIENT)).isInstanceOf(OvertakenException.class);
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void changesOfRightsAtTheSameTimeAreToldEach() throws Exception {
        node.hearing();
        try (TestSessions second = another().hearing()) {
            TokenPair before = node.sessions.begin(ann, CLIENT);
            List<Callable<Boolean>> calls = new ArrayList<>();
            ExecutorService threads = Executors.newFixedThreadPool(8);
            try {
                for (int i = 0; i < 8; i++) {
                    calls.add(() -> {
                        node.sessions.outdate(ann.id());
                        return true;
                    });
                }
                for (Future<Boolean> done : threads.invokeAll(calls)) {
                    assertThat(done.get()).isTrue();
                }
            } finally {
                threads.shutdown();
            }
            assertThat(node.generation(before)).isEqualTo(8);
            Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> second.heard(before) == 8);
        }
    }

    @Test
    void whatCannotBeRefreshedAnyMoreEndsToo() {
        TokenPair pair = node.sessions.begin(ann, CLIENT);
        node.ahead.set(Duration.ofDays(31));
        assertThat(node.sessions.ofUser(ann.id())).isEmpty();

        assertThat(node.sessions.endAll(ann.id())).isZero();

        node.ahead.set(Duration.ZERO);
        assertThat(node.takes(pair)).isFalse();
    }
}
