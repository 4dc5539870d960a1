package io.appkernel.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.context.Call;
import io.appkernel.context.Calls;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CurrentUserTest {
    private final Calls calls = new Calls();
    private final List<String> asked = new ArrayList<>();
    private final CurrentUser user = new CurrentUser(calls, new Gate(List.of()), List.of(this::find));

    private Optional<Caller> find(String id) {
        asked.add(id);
        return id.equals("ann")
                ? Optional.of(new Caller(
                        "ann",
                        "ann@example.com",
                        "user",
                        Set.of("user", "editor"),
                        CallerKind.USER,
                        Set.of("documents:*"),
                        Optional.empty(),
                        Map.of()))
                : Optional.empty();
    }

    private static Call by(String userId, String workspaceId) {
        Call call = new Call("r1");
        call.by(userId, workspaceId);
        return call;
    }

    @Test
    void inAJobTheUserIsLookedUpWhenFirstAskedAndOnce() {
        try (Calls.Scope scope = calls.open(by("ann", "w1"))) {
            assertThat(user.id()).contains("ann");
            assertThat(user.workspaceId()).contains("w1");
            assertThat(asked).isEmpty();
            assertThat(user.email()).contains("ann@example.com");
            assertThat(user.role()).contains("user");
            assertThat(user.roles()).containsExactlyInAnyOrder("user", "editor");
            assertThat(user.scopes()).containsExactly("documents:*");
            assertThat(user.isAdmin()).isFalse();
            assertThat(user.hasScope("documents:read")).isTrue();
            assertThat(user.hasPermission("pages:read")).isFalse();
            assertThat(user.caller().flatMap(Caller::workspaceId)).contains("w1");
            assertThat(asked).containsExactly("ann");
        }
    }

    @Test
    void aUserWhoIsGoneIsLookedForOnceAndMayNothing() {
        try (Calls.Scope scope = calls.open(by("bob", null))) {
            assertThat(user.isAuthenticated()).isFalse();
            assertThat(user.hasScope("documents:read")).isFalse();
            assertThat(user.roles()).isEmpty();
            assertThat(user.id()).contains("bob");
            assertThat(asked).containsExactly("bob");
        }
    }

    private static Caller with(CallerKind kind) {
        return new Caller("cy", "", "user", Set.of("user"), kind, Set.of(), Optional.empty(), Map.of());
    }

    @ParameterizedTest
    @EnumSource(CallerKind.class)
    void whoShowsACredentialThatIsGoodIsActive(CallerKind kind) {
        Call call = new Call("r1");
        call.attach(Caller.class, with(kind));
        try (Calls.Scope scope = calls.open(call)) {
            assertThat(user.isActive()).isTrue();
            assertThat(user.kind()).contains(kind);
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void inAJobTheUserIsActiveWhileTheAccountIsAndNobodyNever() {
        assertThat(user.isActive()).isFalse();
        try (Calls.Scope scope = calls.open(new Call("r1"))) {
            assertThat(user.isActive()).isFalse();
        }
        try (Calls.Scope scope = calls.open(by("ann", null))) {
            assertThat(user.isActive()).isTrue();
        }
        try (Calls.Scope scope = calls.open(by("bob", null))) {
            assertThat(user.isActive()).isFalse();
        }
    }

    @Test
    void nobodyIsLookedUpForNobody() {
        assertThat(user.caller()).isEmpty();
        try (Calls.Scope scope = calls.open(new Call("r1"))) {
            assertThat(user.caller()).isEmpty();
            assertThat(user.id()).isEmpty();
        }
        assertThat(asked).isEmpty();
    }
}
