package io.appkernel.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessRulesTest {
    static class Bare {
        public void unmarked() {}

        @PermitAll
        public void open() {}

        @RolesAllowed({"admin", "auditor"})
        public void roles() {}

        @RolesAllowed("**")
        public void anybodySignedIn() {}

        @RolesAllowed({})
        public void noRoles() {}

        @DenyAll
        public void denied() {}

        @PermitAll
        @RolesAllowed("admin")
        public void both() {}
    }

    @RolesAllowed("admin")
    static class Guarded {
        public void unmarked() {}

        @Authenticated
        public void signedIn() {}
    }

    static class Below extends Guarded {
        public void more() {}
    }

    @Test
    void aRouteThatSaysNothingIsForSignedInCallers() throws Exception {
        assertThat(of(Bare.class, "unmarked")).isEqualTo(new Access.SignedIn());
    }

    @Test
    void theMethodSaysWhoElseTheClassElseItsParent() throws Exception {
        assertThat(of(Bare.class, "open")).isEqualTo(new Access.Public());
        assertThat(of(Bare.class, "roles")).isEqualTo(new Access.AnyRole(Set.of("admin", "auditor")));
        assertThat(of(Guarded.class, "unmarked")).isEqualTo(new Access.AnyRole(Set.of("admin")));
        assertThat(of(Guarded.class, "signedIn")).isEqualTo(new Access.SignedIn());
        assertThat(of(Below.class, "more")).isEqualTo(new Access.AnyRole(Set.of("admin")));
    }

    @Test
    void twoStarsMeanSignedInAndNoRolesMeanNobody() throws Exception {
        assertThat(of(Bare.class, "anybodySignedIn")).isEqualTo(new Access.SignedIn());
        assertThat(of(Bare.class, "noRoles")).isEqualTo(new Access.Nobody());
        assertThat(of(Bare.class, "denied")).isEqualTo(new Access.Nobody());
    }

    @Test
    void rulesThatContradictEachOtherAreAMistake() {
        assertThatThrownBy(() -> of(Bare.class, "both"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("keep one of");
    }

    interface Api {
        @RolesAllowed("admin")
        void drop();
    }

    @RolesAllowed("admin")
    interface AdminApi {
        void list();
    }

    interface Crud<T> {
        @RolesAllowed("admin")
        void create(T one);
    }

    static class Served implements Api, AdminApi, Crud<String> {
        @Override
        public void drop() {}

        @Override
        public void list() {}

        @Override
        public void create(String one) {}
    }

    static class Parent {
        @RolesAllowed("admin")
        public void purge() {}

        @PermitAll
        public void ping() {}
    }

    static class Child extends Parent {
        @Override
        public void purge() {}
    }

    @RolesAllowed("auditor")
    static class StricterChild extends Parent {
        @Override
        public void ping() {}
    }

    @Test
    void aRuleOnWhatIsImplementedHoldsForTheImplementation() throws Exception {
        Access admin = new Access.AnyRole(Set.of("admin"));
        assertThat(of(Served.class, "drop")).isEqualTo(admin);
        assertThat(of(Served.class, "list")).isEqualTo(admin);
        assertThat(AccessRules.of(Served.class, Served.class.getMethod("create", String.class)))
                .isEqualTo(admin);
    }

    @Test
    void aRuleOnWhatIsOverriddenHoldsUnlessTheNearerClassHasItsOwn() throws Exception {
        assertThat(of(Child.class, "purge")).isEqualTo(new Access.AnyRole(Set.of("admin")));
        assertThat(of(StricterChild.class, "ping")).isEqualTo(new Access.AnyRole(Set.of("auditor")));
    }

    @RequireScope("documents:read")
    static class Scoped {
        public void unmarked() {}

        @RolesAllowed("editor")
        public void roles() {}

        @RequireScope("documents:write")
        public void nearer() {}

        @RequirePermission("documents:purge")
        public void both() {}

        @Authenticated
        public void anybody() {}

        @PermitAll
        public void open() {}

        @DenyAll
        public void closed() {}
    }

    @PermitAll
    static class Opened {
        @RequirePermission("documents:write")
        public void required() {}
    }

    @Test
    void aRequirementHoldsBesideTheRolesAndTheNearestOfAKindCounts() throws Exception {
        Access.SignedIn signedIn = new Access.SignedIn();
        assertThat(of(Scoped.class, "unmarked")).isEqualTo(requiring(signedIn, scope("documents:read")));
        assertThat(of(Scoped.class, "roles"))
                .isEqualTo(requiring(new Access.AnyRole(Set.of("editor")), scope("documents:read")));
        assertThat(of(Scoped.class, "nearer")).isEqualTo(requiring(signedIn, scope("documents:write")));
        assertThat(of(Scoped.class, "both"))
                .isEqualTo(requiring(signedIn, scope("documents:read"), permission("documents:purge")));
        assertThat(of(Opened.class, "required")).isEqualTo(requiring(signedIn, permission("documents:write")));
    }

    @Test
    void aNearerWordOnWhoMayCallHidesARequirementFartherAway() throws Exception {
        assertThat(of(Scoped.class, "anybody")).isEqualTo(new Access.SignedIn());
        assertThat(of(Scoped.class, "open")).isEqualTo(new Access.Public());
        assertThat(of(Scoped.class, "closed")).isEqualTo(new Access.Nobody());
    }

    static class Mistaken {
        @PermitAll
        @RequireScope("documents:read")
        public void openAndRequired() {}

        @RequireScope("two words")
        public void noScope() {}

        @RequireScope
        public void empty() {}

        @RequireScope(action = "read", type = "documents")
        public void half() {}

        @RequirePermission(value = "documents:read", resource = "documents")
        public void noParameter() {}
    }

    @ParameterizedTest
    @ValueSource(strings = {"openAndRequired", "noScope", "empty", "half", "noParameter"})
    void aRequirementThatMakesNoSenseIsAMistake(String method) {
        assertThatThrownBy(() -> of(Mistaken.class, method)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Access requiring(Access who, Requirement... requirements) {
        return new Access.Requiring(who, List.of(requirements));
    }

    private static Requirement scope(String name) {
        return new Requirement(Requirement.Kind.SCOPE, name, Optional.empty());
    }

    private static Requirement permission(String name) {
        return new Requirement(Requirement.Kind.PERMISSION, name, Optional.empty());
    }

    private static Access of(Class<?> type, String method) throws NoSuchMethodException {
        return AccessRules.of(type, type.getMethod(method));
    }
}
