package io.appkernel.oauth;

import static io.appkernel.errors.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appkernel.db.Db;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.users.User;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Who adds and takes away ways to log in, on one kind of database. */
abstract class LinksContract extends AccountsNode {
    @Test
    void aLinkThatIsOlderThanTheCodesNoLongerLogsInUntilItIsMadeAgain() {
        User user = local(EMAIL, true);
        accounts.link(google("g-1", EMAIL, true), by(user.id()));
        assertThat(accounts.opens(google("g-1", EMAIL, true), user)).isTrue();
        codesSince.put(user.id(), Instant.now().plusMillis(1));
        assertThat(accounts.opens(google("g-1", EMAIL, true), user)).isFalse();

        assertThatThrownBy(() -> accounts.signIn(google("g-1", EMAIL, true)))
                .isInstanceOfSatisfying(
                        KernelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT))
                .hasMessageContaining("link it again");

        codesSince.put(user.id(), Instant.now().truncatedTo(ChronoUnit.MILLIS));
        accounts.link(google("g-1", EMAIL, true), by(user.id()));
        assertThat(accounts.signIn(google("g-1", EMAIL, true)).id()).isEqualTo(user.id());
        assertThat(accounts.of(user.id())).hasSize(1);
    }

    @Test
    void aLoginThatHasEndedLinksNothing() {
        User user = local(EMAIL, true);
        ended.add(by(user.id()).session());

        refused(ErrorCode.UNAUTHENTICATED, () -> accounts.link(google("g-1", EMAIL, true), by(user.id())));
        assertThat(accounts.of(user.id())).isEmpty();
    }

    @Test
    void whoReclaimsAnAccountFindsNoLinks() {
        User user = local(EMAIL, false);
        User other = local("bob@example.com", true);
        accounts.link(google("g-1", EMAIL, true), by(user.id()));
        accounts.link(github("1", null, false), by(user.id()));
        accounts.link(google("g-2", null, false), by(other.id()));

        LinkWatch watch = new LinkWatch();
        watch.database = database;
        watch.db = new Db(database);
        watch.reclaimed(user);

        assertThat(accounts.opens(google("g-1", EMAIL, true), user)).isFalse();
        assertThat(accounts.opens(google("g-2", null, false), other)).isTrue();

        assertThat(accounts.of(user.id())).isEmpty();
        assertThat(accounts.of(other.id())).hasSize(1);
    }

    @Test
    void aLinkIsTheCallersOnceAndForAll() {
        User ann = local(EMAIL, false);
        User bob = local("bob@example.com", true);
        OAuthAccount linked = accounts.link(github("1", "bob@example.com", true), by(ann.id()));

        assertThat(accounts.link(github("1", null, false), by(ann.id())).createdAt())
                .isEqualTo(linked.createdAt());
        refused(ErrorCode.CONFLICT, () -> accounts.link(github("1", null, false), by(bob.id())));
        assertThat(accounts.signIn(github("1", "bob@example.com", true)).id())
                .as("the link counts, not the address")
                .isEqualTo(ann.id());
    }

    @Test
    void aLinkOfAUserWhoIsGoneIsFree() {
        User gone = accounts.signIn(google("g-1", EMAIL, true));
        store.remove(gone.id());

        assertThat(accounts.signIn(google("g-1", EMAIL, true)).id()).isNotEqualTo(gone.id());
    }

    @Test
    void theLastWayToLogInStays() {
        User user = accounts.signIn(google("g-1", EMAIL, true));
        refused(ErrorCode.CONFLICT, () -> accounts.unlink(user.id(), "google"));
        refused(ErrorCode.NOT_FOUND, () -> accounts.unlink(user.id(), "github"));

        accounts.link(github("1", null, false), by(user.id()));
        accounts.unlink(user.id(), "google");
        assertThat(accounts.of(user.id()))
                .singleElement()
                .extracting(OAuthAccount::provider)
                .isEqualTo("github");
        refused(ErrorCode.CONFLICT, () -> accounts.unlink(user.id(), "github"));

        store.changePassword(user.id(), "hash");
        accounts.unlink(user.id(), "github");
        assertThat(accounts.of(user.id())).isEmpty();
    }

    @Test
    void twoLastWaysThatGoAtTheSameTimeLeaveOne() throws Exception {
        for (int round = 0; round < 10; round++) {
            User user = accounts.signIn(google("g-" + round, "u" + round + "@example.com", true));
            accounts.link(github("h-" + round, null, false), by(user.id()));
            ExecutorService threads = Executors.newFixedThreadPool(2);
            List<Callable<Boolean>> both = List.of(() -> unlinked(user, "google"), () -> unlinked(user, "github"));
            for (Future<Boolean> each : threads.invokeAll(both)) {
                each.get();
            }
            threads.shutdownNow();

            assertThat(accounts.of(user.id())).hasSize(1);
        }
    }

    private boolean unlinked(User user, String provider) {
        try {
            accounts.unlink(user.id(), provider);
            return true;
        } catch (KernelException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT);
            return false;
        }
    }
}
