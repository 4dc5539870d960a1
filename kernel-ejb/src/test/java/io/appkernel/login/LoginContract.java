package io.appkernel.login;

import static io.appkernel.errors.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.errors.ErrorCode;
import io.appkernel.passwords.PasswordSettings;
import io.appkernel.sessions.Client;
import io.appkernel.sessions.TokenPair;
import io.appkernel.users.NewUser;
import io.appkernel.users.User;
import io.appkernel.users.UserChange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Registering and logging in, and who guesses, on every database. */
abstract class LoginContract extends LoginNode {
    @Test
    void whoRegistersLogsInByEitherName() {
        String name = unique("Ada.");
        User user = node.register(name, PASSWORD);

        assertThat(user.role()).isEqualTo(User.ROLE);
        for (String identifier :
                List.of(name, name.toUpperCase(), name + "@example.com", " " + name + "@EXAMPLE.com")) {
            TokenPair pair = node.login(identifier, PASSWORD);
            assertThat(pair.user().id()).isEqualTo(user.id());
        }
        assertThat(node.sessions.ofUser(user.id())).hasSize(4);
    }

    @Test
    void whoIsUnknownWrongOrWithoutAPasswordIsToldTheSame() {
        String name = unique("bob.");
        node.register(name, PASSWORD);
        String bare = unique("bare.");
        node.users.create(NewUser.of(bare + "@example.com"));

        List<String> told = List.of(name, unique("nobody."), bare + "@example.com", "no such thing", "'@'").stream()
                .map(who -> refused(ErrorCode.UNAUTHENTICATED, () -> node.login(who, WRONG))
                        .getMessage())
                .distinct()
                .toList();

        assertThat(told).hasSize(1);
    }

    @Test
    void whereNobodyMayRegisterNobodyDoes() {
        try (TestLogin closed = again(TestLogin.CHEAP, false, false)) {
            refused(ErrorCode.FORBIDDEN, () -> closed.register(unique("cy."), PASSWORD));
        }
    }

    @Test
    void anInactiveAccountIsToldSoOnlyWithItsPasswordAndLosesItsLogins() {
        String name = unique("dee.");
        User user = node.register(name, PASSWORD);
        TokenPair pair = node.login(name, PASSWORD);

        node.users.change(user.id(), UserChange.none().withActive(false));

        assertThat(node.sessions.ofUser(user.id())).isEmpty();
        refused(ErrorCode.UNAUTHENTICATED, () -> node.sessions.refresh(pair.refreshToken(), TestLogin.HERE));
        refused(ErrorCode.UNAUTHENTICATED, () -> node.login(name, WRONG));
        refused(ErrorCode.FORBIDDEN, () -> node.login(name, PASSWORD));
    }

    @Test
    void aHashOfOldParametersIsRenewedAtLogin() {
        String name = unique("eve.");
        User user = node.register(name, PASSWORD);
        String before = user.passwordHash().orElseThrow();
        try (TestLogin stronger = again(new PasswordSettings(8, 8_192, 2, 1, 4, 100), true, false)) {
            stronger.login(name, PASSWORD);
            String after =
                    stronger.users.byId(user.id()).orElseThrow().passwordHash().orElseThrow();
            assertThat(after).isNotEqualTo(before).contains("m=8192,t=2");
            stronger.login(name, PASSWORD);
            assertThat(stronger.users.byId(user.id()).orElseThrow().passwordHash())
                    .contains(after);
        }
    }

    @Test
    void whoeverGuessesWaitsLongerEachTimeWhetherTheAccountIsThereOrNot() {
        String name = unique("fay.");
        node.register(name, PASSWORD);
        for (String guessed : List.of(name, unique("nobody."))) {
            node.ahead.set(Duration.ZERO);
            for (int i = 0; i < 3; i++) {
                refused(ErrorCode.UNAUTHENTICATED, () -> node.login(guessed, WRONG));
            }
            assertThat(locked(guessed)).isBetween(25L, 31L);
            pass(31);
            refused(ErrorCode.UNAUTHENTICATED, () -> node.login(guessed, WRONG));
            assertThat(locked(guessed)).isBetween(55L, 61L);
            pass(61);
            refused(ErrorCode.UNAUTHENTICATED, () -> node.login(guessed, WRONG));
            pass(121);
            refused(ErrorCode.UNAUTHENTICATED, () -> node.login(guessed, WRONG));
            assertThat(locked(guessed)).as("never longer").isBetween(115L, 121L);
        }
    }

    /** For how many seconds even the right password does not help. */
    private long locked(String identifier) {
        return refused(ErrorCode.RATE_LIMITED, () -> node.login(identifier, PASSWORD))
                .retryAfter()
                .orElseThrow()
                .toSeconds();
    }

    @Test
    void aLockHoldsForOneAddressAndAfterManyForAll() {
        String name = unique("gus.");
        node.register(name, PASSWORD);
        Client there = new Client("198.51.100.7", "test");
        for (int i = 0; i < 3; i++) {
            refused(ErrorCode.UNAUTHENTICATED, () -> node.login(name, WRONG));
        }
        locked(name);
        for (int i = 0; i < 3; i++) {
            refused(ErrorCode.UNAUTHENTICATED, () -> node.signIn.login(name, WRONG, Optional.empty(), there));
        }
        Client yetAnother = new Client("203.0.113.9", "test");
        refused(ErrorCode.RATE_LIMITED, () -> node.signIn.login(name, PASSWORD, Optional.empty(), yetAnother));
    }

    private void guessed(String name, int times) {
        for (int i = 0; i < times; i++) {
            Client there = new Client("198.51.100." + i / 2, "test");
            refused(ErrorCode.UNAUTHENTICATED, () -> node.signIn.login(name, WRONG, Optional.empty(), there));
        }
    }

    private TokenPair login(String name, String ip) {
        return node.signIn.login(name, PASSWORD, Optional.empty(), new Client(ip, "test"));
    }

    @Test
    void whoGuessesElsewhereDoesNotLockOutTheOwnerWhereTheyLoggedInBefore() {
        String name = unique("iva.");
        node.register(name, PASSWORD);
        node.login(name, PASSWORD);
        guessed(name, 6);
        refused(ErrorCode.RATE_LIMITED, () -> login(name, "203.0.113.9"));

        node.login(name, PASSWORD);

        refused(ErrorCode.RATE_LIMITED, () -> login(name, "203.0.113.9"));
        for (int i = 0; i < 3; i++) {
            refused(ErrorCode.UNAUTHENTICATED, () -> node.login(name, WRONG));
        }
        locked(name);
    }

    @Test
    void whereTheOwnerWasLongAgoIsLikeAnyOtherPlace() {
        String name = unique("jed.");
        node.register(name, PASSWORD);
        node.login(name, PASSWORD);
        node.ahead.set(Duration.ofDays(31));
        guessed(name, 6);
        locked(name);
    }

    @Test
    void aPlaceIsNotedOnceADay() {
        String name = unique("jim.");
        User user = node.register(name, PASSWORD);
        node.login(name, PASSWORD);
        long first = lastAt(user);
        pass(7_200);
        node.login(name, PASSWORD);
        assertThat(lastAt(user)).isEqualTo(first);
        node.ahead.set(Duration.ofHours(25));
        node.login(name, PASSWORD);
        assertThat(lastAt(user) - first).isGreaterThan(Duration.ofHours(24).toMillis());
    }

    private long lastAt(User user) {
        return node.db
                .rows(
                        sql("SELECT [last_ms] FROM [" + Lockout.PLACES + "] WHERE [id] = ?"),
                        row -> row.getLong(1),
                        Lockout.Attempt.at(user, TestLogin.HERE.ip()).here())
                .get(0);
    }

    @Test
    void whoLoggedInThroughOneHalfOfAnIpv6AddressIsKnownThereAndGuessesThereTogether() {
        String name = unique("kay.");
        node.register(name, PASSWORD);
        login(name, "2001:db8:0:1::5");
        guessed(name, 6);
        login(name, "2001:db8:0:1:ffff::7");
        for (int i = 0; i < 3; i++) {
            Client neighbour = new Client("2001:db8:0:1::" + i, "test");
            refused(ErrorCode.UNAUTHENTICATED, () -> node.signIn.login(name, WRONG, Optional.empty(), neighbour));
        }
        refused(ErrorCode.RATE_LIMITED, () -> login(name, "2001:db8:0:1::9"));
    }

    @Test
    void bothNamesOfAnAccountCountTogether() {
        String name = unique("lou.");
        User user = node.register(name, PASSWORD);
        refused(ErrorCode.UNAUTHENTICATED, () -> node.login(name, WRONG));
        refused(ErrorCode.UNAUTHENTICATED, () -> node.login(user.email(), WRONG));
        refused(ErrorCode.UNAUTHENTICATED, () -> node.login("id " + user.id(), WRONG));
        node.login(name, PASSWORD);
        refused(ErrorCode.UNAUTHENTICATED, () -> node.login(name, WRONG));
        refused(ErrorCode.UNAUTHENTICATED, () -> node.login(user.email(), WRONG));
        refused(ErrorCode.UNAUTHENTICATED, () -> node.login(name, WRONG));
        locked(user.email());
    }

    @Test
    void theRightPasswordForgivesAndSoDoesAnHour() {
        String name = unique("hal.");
        node.register(name, PASSWORD);
        for (int round = 0; round < 3; round++) {
            refused(ErrorCode.UNAUTHENTICATED, () -> node.login(name, WRONG));
            refused(ErrorCode.UNAUTHENTICATED, () -> node.login(name, WRONG));
            node.login(name, PASSWORD);
        }
        refused(ErrorCode.UNAUTHENTICATED, () -> node.login(name, WRONG));
        refused(ErrorCode.UNAUTHENTICATED, () -> node.login(name, WRONG));
        pass(3_601);
        refused(ErrorCode.UNAUTHENTICATED, () -> node.login(name, WRONG));
        node.login(name, PASSWORD);
    }

    @Test
    void everyNodeKnowsWhoIsLocked() {
        String name = unique("ian.");
        node.register(name, PASSWORD);
        try (TestLogin other = again(TestLogin.CHEAP, true, false)) {
            for (int i = 0; i < 3; i++) {
                refused(ErrorCode.UNAUTHENTICATED, () -> node.login(name, WRONG));
            }
            refused(ErrorCode.RATE_LIMITED, () -> other.login(name, PASSWORD));
        }
    }

    @Test
    void locksThatAreOverLeaveNoRows() {
        Lockout.Attempt attempt = Lockout.Attempt.at(unique("row"), "192.0.2.9");
        node.lockout.failed(attempt);
        pass(3_700);
        for (int i = 0; i < 100; i++) {
            node.lockout.failed(Lockout.Attempt.at(unique("other"), "192.0.2.9"));
        }
        node.ahead.set(Duration.ZERO);
        assertThat(node.lockout.check(attempt).failed())
                .as("something to forget")
                .isFalse();
    }
}
