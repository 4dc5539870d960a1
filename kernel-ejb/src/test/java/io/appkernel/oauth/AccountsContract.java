package io.appkernel.oauth;

import static io.appkernel.errors.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.users.User;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Who gets which account, on one kind of database. */
abstract class AccountsContract extends AccountsNode {
    @Test
    void aNewcomerWithAProvenAddressGetsAnAccountWithIt() {
        User user = accounts.signIn(google("g-1", EMAIL, true));

        assertThat(user.email()).isEqualTo(EMAIL);
        assertThat(user.emailVerified()).isTrue();
        assertThat(user.name()).contains("Ann");
        assertThat(user.role()).isEqualTo("user");
        assertThat(user.passwordHash()).isEmpty();
        assertThat(accounts.of(user.id())).singleElement().satisfies(account -> {
            assertThat(account.provider()).isEqualTo("google");
            assertThat(account.subject()).isEqualTo("g-1");
            assertThat(account.email()).contains(EMAIL);
        });
    }

    @Test
    void aKnownSubjectIsTheSameUserWhateverElseHasChanged() {
        User first = accounts.signIn(google("g-1", EMAIL, true));
        local("other@example.com", true);

        assertThat(accounts.signIn(google("g-1", "other@example.com", true)).id())
                .isEqualTo(first.id());
        assertThat(accounts.signIn(google("g-1", null, false)).id()).isEqualTo(first.id());
        assertThat(store.count()).isEqualTo(2);
    }

    @Test
    void subjectsAreToldApartByEveryLetterAndByProvider() {
        User lower = accounts.signIn(google("abc", "a@example.com", true));

        assertThat(accounts.signIn(google("ABC", "b@example.com", true)).id()).isNotEqualTo(lower.id());
        assertThat(accounts.signIn(google("abc ", "c@example.com", true)).id()).isNotEqualTo(lower.id());
        assertThat(accounts.signIn(github("abc", "d@example.com", true)).id()).isNotEqualTo(lower.id());
    }

    @Test
    void anAddressThatBothSidesHaveProvenLinks() {
        User user = local(EMAIL, true);

        assertThat(accounts.signIn(google("g-1", "Ann@Example.com", true)).id()).isEqualTo(user.id());
        assertThat(accounts.of(user.id())).hasSize(1);
    }

    @Test
    void anAddressThatTheAccountHasNotProvenIsAConflict() {
        User user = local(EMAIL, false);

        assertThatThrownBy(() -> accounts.signIn(google("g-1", EMAIL, true)))
                .isInstanceOf(KernelException.class)
                .hasMessageContaining("Log in to it, and link Google there");
        assertThat(accounts.of(user.id())).isEmpty();
        assertThat(store.count()).isOne();
    }

    @Test
    void anAddressThatTheProviderHasNotProvenTakesNothingOverAndIsNotTheirs() {
        User victim = local(EMAIL, true);
        User stranger = accounts.signIn(github("1", EMAIL, false));

        assertThat(stranger.id()).isNotEqualTo(victim.id());
        assertThat(stranger.email()).isEmpty();
        assertThat(stranger.emailVerified()).isFalse();
        assertThat(accounts.of(victim.id())).isEmpty();
        User another = accounts.signIn(github("2", "free@example.com", false));
        assertThat(another.emailVerified()).isFalse();
        assertThat(store.byEmail("free@example.com")).as("nobody holds it").isEmpty();
    }

    @Test
    void whoHasASecondFactorMustLinkByHand() {
        User user = local(EMAIL, true);
        codesSince.put(user.id(), Instant.now().truncatedTo(ChronoUnit.MILLIS));

        refused(ErrorCode.CONFLICT, () -> accounts.signIn(google("g-1", EMAIL, true)));
        accounts.link(google("g-1", EMAIL, true), by(user.id()));
        assertThat(accounts.signIn(google("g-1", EMAIL, true)).id()).isEqualTo(user.id());
    }

    @Test
    void aSecondAccountOfTheSameProviderIsAConflict() {
        User user = accounts.signIn(google("g-1", EMAIL, true));

        refused(ErrorCode.CONFLICT, () -> accounts.signIn(google("g-2", EMAIL, true)));
        refused(ErrorCode.CONFLICT, () -> accounts.link(google("g-3", "x@example.com", true), by(user.id())));
        assertThat(accounts.of(user.id())).hasSize(1);
    }

    @Test
    void whoIsNotActiveStaysOutsideAndIsNotLinked() {
        User known = accounts.signIn(google("g-1", EMAIL, true));
        store.activate(known.id(), false);
        User local = local("bob@example.com", true);
        store.activate(local.id(), false);

        refused(ErrorCode.FORBIDDEN, () -> accounts.signIn(google("g-1", EMAIL, true)));
        refused(ErrorCode.FORBIDDEN, () -> accounts.signIn(google("g-2", "bob@example.com", true)));
        refused(ErrorCode.FORBIDDEN, () -> accounts.link(github("1", null, false), by(local.id())));
        assertThat(accounts.of(local.id())).isEmpty();
    }

    @Test
    void nobodySignsUpWhereThatIsClosedAndWhoIsKnownLogsIn() {
        User user = local(EMAIL, true);
        Accounts closed = accounts(false, false);

        refused(ErrorCode.FORBIDDEN, () -> closed.signIn(google("g-2", "new@example.com", true)));
        assertThat(closed.signIn(google("g-1", EMAIL, true)).id()).isEqualTo(user.id());
        assertThat(store.count()).isOne();
    }

    @Test
    void whereAddressesMustBeProvenAProvidersUnprovenOneIsNotEnough() {
        Accounts strict = accounts(true, true);

        refused(ErrorCode.FORBIDDEN, () -> strict.signIn(github("1", EMAIL, false)));
        assertThat(store.count()).isZero();
        assertThat(strict.signIn(github("1", EMAIL, true)).email()).isEqualTo(EMAIL);
    }

    @Test
    void firstLoginsAtTheSameTimeMakeOneAccount() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<String>> logins = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            logins.add(() -> accounts.signIn(google("g-1", EMAIL, true)).id());
        }
        Set<String> ids = new HashSet<>();
        for (Future<String> login : threads.invokeAll(logins)) {
            ids.add(login.get());
        }
        threads.shutdownNow();

        assertThat(ids).hasSize(1);
        assertThat(store.count()).isOne();
    }
}
