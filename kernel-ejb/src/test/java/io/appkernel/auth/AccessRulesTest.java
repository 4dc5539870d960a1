package io.appkernel.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Set;
import org.junit.jupiter.api.Test;

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

    private static Access of(Class<?> type, String method) throws NoSuchMethodException {
        return AccessRules.of(type, type.getMethod(method));
    }
}
