package io.appkernel.login;

import static io.appkernel.errors.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.errors.ErrorCode;
import io.appkernel.passwords.PasswordSettings;
import io.appkernel.sessions.Session;
import io.appkernel.sessions.TokenPair;
import io.appkernel.users.User;
import io.appkernel.users.UserChange;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Logins and changes that are under way while the account becomes another, on every database. */
abstract class OvertakenContract extends LoginNode {
    private static final String OWNERS = "what the owner wants";
    private static final String THIEFS = "what the thief wants";
    private static final PasswordSettings STRONGER = new PasswordSettings(8, 8_192, 2, 1, 4, 100);

    private void reset(User user) {
        node.passwordChange.forgot(user.email());
        node.passwordChange.reset(node.mailed(user), OWNERS);
    }

    @Test
    void aLoginThatIsUnderWayWhenThePasswordIsResetDoesNotBegin() {
        String name = unique("abe.");
        User user = node.register(name, PASSWORD);
        node.stage.onceFound(() -> reset(user));

        refused(ErrorCode.UNAUTHENTICATED, () -> node.login(name, PASSWORD));

        assertThat(node.sessions.ofUser(user.id())).isEmpty();
    }

    @Test
    void aLoginThatIsUnderWayWhenThePasswordIsChangedDoesNotBegin() {
        String name = unique("bea.");
        User user = node.register(name, PASSWORD);
        AtomicReference<TokenPair> owner = new AtomicReference<>();
        node.stage.onceFound(() -> owner.set(change(user, PASSWORD, OWNERS)));

        refused(ErrorCode.UNAUTHENTICATED, () -> node.login(name, PASSWORD));

        assertThat(node.sessions.ofUser(user.id()))
                .extracting(Session::id)
                .containsExactly(owner.get().sessionId());
    }

    @Test
    void aLoginThatIsUnderWayWhenTheAccountIsTurnedOffDoesNotBegin() {
        String name = unique("cal.");
        User user = node.register(name, PASSWORD);
        node.stage.onceFound(
                () -> node.users.change(user.id(), UserChange.none().withActive(false)));

        refused(ErrorCode.FORBIDDEN, () -> node.login(name, PASSWORD));

        assertThat(node.sessions.ofUser(user.id())).isEmpty();
    }

    @Test
    void aLoginThatIsUnderWayWhenTheRoleIsTakenIsOneWithoutIt() {
        String name = unique("dot.");
        User user = node.register(name, PASSWORD);
        node.users.change(user.id(), UserChange.none().withRole("editor"));
        node.stage.onceFound(
                () -> node.users.change(user.id(), UserChange.none().withRole(User.ROLE)));

        TokenPair pair = node.login(name, PASSWORD);

        assertThat(pair.user().role()).isEqualTo(User.ROLE);
        assertThat(node.access.check(pair.accessToken()).orElseThrow().claims().roles())
                .containsExactly(User.ROLE);
    }

    @Test
    void aChangeThatIsUnderWayWhenThePasswordIsResetDoesNotTakeItBack() {
        String name = unique("fin.");
        User user = node.register(name, PASSWORD);
        node.stage.onceRead(() -> reset(user));

        refused(ErrorCode.CONFLICT, () -> change(user, PASSWORD, THIEFS));

        assertThat(node.sessions.ofUser(user.id())).isEmpty();
        refused(ErrorCode.UNAUTHENTICATED, () -> node.login(name, THIEFS));
        node.login(name, OWNERS);
    }

    @Test
    void anOldPasswordThatIsHashedAnewDoesNotComeBack() {
        String name = unique("gia.");
        User user = node.register(name, PASSWORD);
        try (TestLogin stronger = again(STRONGER, true, false)) {
            stronger.stage.onceBeforePassword(() -> change(user, PASSWORD, OWNERS));

            stronger.login(name, PASSWORD);

            refused(ErrorCode.UNAUTHENTICATED, () -> stronger.login(name, PASSWORD));
            stronger.login(name, OWNERS);
        }
    }

    @Test
    void ofTwoLoginsThatHashThePasswordAnewBothBegin() {
        String name = unique("hew.");
        User user = node.register(name, PASSWORD);
        try (TestLogin stronger = again(STRONGER, true, false)) {
            stronger.stage.onceFound(() -> stronger.login(name, PASSWORD));

            stronger.login(name, PASSWORD);

            assertThat(stronger.sessions.ofUser(user.id())).hasSize(2);
        }
    }

    @Test
    void anAccountThatWasLockedIsNotReadOnceMore() {
        String name = unique("ivy.");
        node.register(name, PASSWORD);
        AtomicBoolean read = new AtomicBoolean();
        node.stage.onceRead(() -> read.set(true));
        node.login(name, PASSWORD);
        assertThat(read).isFalse();

        node.stage.neverLocks(true);
        node.login(name, PASSWORD);
        assertThat(read).isTrue();
    }

    @Test
    void anAccountThatIsGoneHasNoLogin() {
        String name = unique("ira.");
        User user = node.register(name, PASSWORD);
        node.stage.onceFound(() -> node.rows.softDelete(user.id()));

        refused(ErrorCode.UNAUTHENTICATED, () -> node.login(name, PASSWORD));
    }
}
