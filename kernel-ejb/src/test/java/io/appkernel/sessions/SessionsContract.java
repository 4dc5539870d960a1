package io.appkernel.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appkernel.errors.KernelException;
import io.appkernel.users.NewUser;
import io.appkernel.users.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Logins that one kind of database keeps. */
abstract class SessionsContract extends SessionsNode {
    @Test
    void aLoginGivesAPairAndIsListed() {
        TokenPair pair = node.sessions.begin(ann, CLIENT);

        assertThat(node.takes(pair)).isTrue();
        assertThat(pair.expiresIn()).isEqualTo(Duration.ofMinutes(15));
        assertThat(node.sessions.ofUser(ann.id())).singleElement().satisfies(session -> {
            assertThat(session.id()).isEqualTo(pair.sessionId());
            assertThat(session.ip()).isEqualTo("192.0.2.1");
            assertThat(session.userAgent()).isEqualTo("a browser");
        });
        assertThat(pair.toString()).doesNotContain(pair.accessToken()).doesNotContain(pair.refreshToken());
    }

    @Test
    void aRefreshGivesTheNextPair() {
        TokenPair first = node.sessions.begin(ann, CLIENT);
        TokenPair second = node.sessions.refresh(first.refreshToken(), CLIENT);
        TokenPair third = node.sessions.refresh(second.refreshToken(), CLIENT);

        assertThat(Set.of(first.refreshToken(), second.refreshToken(), third.refreshToken()))
                .hasSize(3);
        assertThat(node.takes(third)).isTrue();
        assertThat(node.sessions.of(third.refreshToken()).orElseThrow().id()).isEqualTo(first.sessionId());
    }

    @Test
    void aRefreshTokenThatIsUsedAgainLaterEndsItsLoginAndNoOther() {
        TokenPair stolen = node.sessions.begin(ann, CLIENT);
        TokenPair other = node.sessions.begin(ann, CLIENT);
        TokenPair next = node.sessions.refresh(stolen.refreshToken(), CLIENT);
        node.ahead.set(Duration.ofSeconds(11));

        refused(node, stolen.refreshToken());
        refused(node, next.refreshToken());
        assertThat(node.takes(next)).isFalse();
        assertThat(node.takes(other)).isTrue();
        assertThat(node.log).anyMatch(line -> line.contains("used twice"));
        assertThat(String.join("", node.log)).doesNotContain(stolen.refreshToken());
    }

    @Test
    void aRefreshTokenOfTwoTurnsAgoEndsItsLoginWithinTheGraceToo() {
        TokenPair first = node.sessions.begin(ann, CLIENT);
        TokenPair second = node.sessions.refresh(first.refreshToken(), CLIENT);
        node.sessions.refresh(second.refreshToken(), CLIENT);

        refused(node, first.refreshToken());
        assertThat(node.sessions.ofUser(ann.id())).isEmpty();
    }

    @Test
    void fiftyRefreshesAtOnceLeaveOneFamilyAndAllOfThemGood() throws Exception {
        TokenPair first = node.sessions.begin(ann, CLIENT);
        Set<String> refreshTokens = ConcurrentHashMap.newKeySet();
        ExecutorService threads = Executors.newFixedThreadPool(50);
        try (TestSessions second = another()) {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                TestSessions at = i % 2 == 0 ? node : second;
                calls.add(() -> {
                    TokenPair next = at.sessions.refresh(first.refreshToken(), CLIENT);
                    refreshTokens.add(next.refreshToken());
                    return at.takes(next);
                });
            }
            for (Future<Boolean> good : threads.invokeAll(calls)) {
                assertThat(good.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(refreshTokens).hasSize(1);
        assertThat(node.sessions.ofUser(ann.id())).hasSize(1);
        assertThat(node.takes(node.sessions.refresh(refreshTokens.iterator().next(), CLIENT)))
                .isTrue();
    }

    @Test
    void whatIsNoRefreshTokenOfOursIsRefusedAndEndsNothing() {
        TokenPair pair = node.sessions.begin(ann, CLIENT);
        String token = pair.refreshToken();
        String forged = token.replaceFirst("\\.0\\.", ".1.");
        List.of(
                        "",
                        "rt_",
                        pair.accessToken(),
                        token + "x",
                        token.substring(0, token.length() - 1),
                        forged,
                        token.replace(pair.sessionId(), "00000000-0000-0000-0000-000000000000"),
                        "x".repeat(64_000))
                .forEach(wrong -> refused(node, wrong));
        assertThat(node.takes(node.sessions.refresh(token, CLIENT))).isTrue();
    }

    private static void refused(TestSessions at, String refreshToken) {
        assertThatThrownBy(() -> at.sessions.refresh(refreshToken, CLIENT))
                .isInstanceOf(KernelException.class)
                .hasMessage("The refresh token is not valid. Log in again.");
    }

    @Test
    void aRefreshTokenIsNoAccessToken() {
        TokenPair pair = node.sessions.begin(ann, CLIENT);
        assertThat(node.takes(new TokenPair(
                        pair.refreshToken(), pair.refreshToken(), pair.expiresIn(), pair.sessionId(), ann)))
                .isFalse();
    }

    @Test
    void aLoginEndsWhenItIsNotUsedForSoLong() {
        TokenPair pair = node.sessions.begin(ann, CLIENT);
        node.ahead.set(Duration.ofDays(29));
        TokenPair next = node.sessions.refresh(pair.refreshToken(), CLIENT);
        node.ahead.set(Duration.ofDays(58));
        TokenPair last = node.sessions.refresh(next.refreshToken(), CLIENT);
        node.ahead.set(Duration.ofDays(89));
        refused(node, last.refreshToken());
        node.ahead.set(Duration.ofDays(91));
        assertThat(node.sessions.purge()).isEqualTo(1);
    }

    @Test
    void anAccessTokenExpires() {
        TokenPair pair = node.sessions.begin(ann, CLIENT);
        assertThat(node.takes(pair)).isTrue();
        node.ahead.set(Duration.ofMinutes(15));
        assertThat(node.takes(pair)).isFalse();
    }

    @Test
    void theEndOfALoginHoldsAtOnceOnEveryNode() {
        try (TestSessions second = another().hearing()) {
            node.hearing();
            TokenPair pair = node.sessions.begin(ann, CLIENT);
            assertThat(node.takes(pair) && second.takes(pair)).isTrue();

            assertThat(second.sessions.end(ann.id(), pair.sessionId())).isTrue();
            assertThat(second.takes(pair)).isFalse();
            Awaitility.await().atMost(Duration.ofSeconds(1)).until(() -> !node.takes(pair));
            refused(node, pair.refreshToken());
            assertThat(node.sessions.end(ann.id(), pair.sessionId())).isFalse();
        }
    }

    @Test
    void aNodeThatDoesNotHearTheOthersAsksTheDatabase() {
        try (TestSessions deaf = another()) {
            TokenPair pair = node.sessions.begin(ann, CLIENT);
            assertThat(deaf.takes(pair)).isTrue();
            node.sessions.endAll(ann.id());
            assertThat(deaf.takes(pair)).isFalse();
        }
    }

    @Test
    void aNodeThatStartsLaterKnowsWhatHasEnded() {
        TokenPair pair = node.sessions.begin(ann, CLIENT);
        node.sessions.endAll(ann.id());
        try (TestSessions late = another().hearing()) {
            assertThat(late.takes(pair)).isFalse();
        }
    }

    @Test
    void whatANodeCouldNotTellIsReadByTheOthers() {
        try (TestSessions second = another().hearing()) {
            TokenPair pair = node.sessions.begin(ann, CLIENT);
            assertThat(second.takes(pair)).isTrue();
            node.redis.close();
            assertThat(node.sessions.endAll(ann.id())).isEqualTo(1);
            second.sessions.standing().catchUp();
            assertThat(second.takes(pair)).isFalse();
        }
    }

    @Test
    void aChangeOfRightsRefusesTheTokensBeforeItAndKeepsTheLogin() {
        node.hearing();
        TokenPair before = node.sessions.begin(ann, CLIENT);
        users.promote(ann.id(), User.ADMIN);
        node.sessions.outdate(ann.id());

        assertThat(node.takes(before)).isFalse();
        TokenPair after = node.sessions.refresh(before.refreshToken(), CLIENT);
        assertThat(node.takes(after)).isTrue();
        assertThat(after.user().isAdmin()).isTrue();
    }

    @Test
    void nothingEndsWhenTheTransactionDoesNotCommit() {
        node.hearing();
        TokenPair pair = node.sessions.begin(ann, CLIENT);
        assertThatThrownBy(() -> node.db.inTransaction(() -> {
                    node.sessions.endAll(ann.id());
                    throw new IllegalStateException("undo");
                }))
                .hasMessage("undo");
        assertThat(node.takes(pair)).isTrue();
        assertThat(node.sessions.ofUser(ann.id())).hasSize(1);
    }

    @Test
    void anAccountThatIsNotActiveNeitherBeginsNorRefreshes() {
        TokenPair pair = node.sessions.begin(ann, CLIENT);
        users.activate(ann.id(), false);
        refused(node, pair.refreshToken());
        User inactive = users.byId(ann.id()).orElseThrow();
        assertThatThrownBy(() -> node.sessions.begin(inactive, CLIENT)).hasMessageContaining("not active");
    }

    @Test
    void theLoginUnusedForLongestMakesRoomForTheNewest() {
        TokenPair oldest = node.sessions.begin(ann, CLIENT);
        for (int i = 1; i <= 5; i++) {
            node.ahead.set(Duration.ofSeconds(i));
            node.sessions.begin(ann, CLIENT);
        }
        assertThat(node.sessions.ofUser(ann.id()))
                .hasSize(5)
                .noneMatch(session -> session.id().equals(oldest.sessionId()));
        refused(node, oldest.refreshToken());
    }

    @Test
    void whatNoDatabaseStoresIsNoLogin() {
        assertThat(node.sessions.end(ann.id(), "a\0b")).isFalse();
        assertThat(node.sessions.stands(ann.id(), "a\0b")).isFalse();
    }

    @Test
    void anothersLoginIsNotMineToEnd() {
        TokenPair pair = node.sessions.begin(ann, CLIENT);
        User bob = users.create(NewUser.of("bob@example.com"));
        assertThat(node.sessions.end(bob.id(), pair.sessionId())).isFalse();
        assertThat(node.takes(pair)).isTrue();
    }

    @Test
    void whatAClientSaysOfItselfIsCutToWhatIsKept() {
        node.sessions.begin(ann, new Client("x".repeat(500), "😀".repeat(400) + "\n"));
        assertThat(node.sessions.ofUser(ann.id()).get(0).userAgent()).hasSize(300);
    }
}
