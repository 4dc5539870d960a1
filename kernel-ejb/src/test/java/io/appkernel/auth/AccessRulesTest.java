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

    private static Access of(Class<?> type, String method) throws NoSuchMethodException {
        return AccessRules.of(type, type.getMethod(method));
    }
}
