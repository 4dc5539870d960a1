package io.appkernel.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.auth.Gate.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {
    private static final UnaryOperator<String> PATH = Map.of("document_id", "7")::get;

    /** Ann may write the document 7 and no other. */
    private final Gate gate = new Gate(List.<PermissionSource>of(
            (user, permission, type, id) -> (user + permission + type + id).equals("anndocuments:writedocuments7")));

    private static Caller caller(CallerKind kind, String role, Set<String> scopes, String limits) {
        Map<String, Object> claims = new HashMap<>();
        claims.put(Caller.SCOPE, limits);
        return new Caller("ann", "", role, Set.of(role), kind, scopes, Optional.empty(), claims);
    }

    private static Access rule(String method) throws NoSuchMethodException {
        return AccessRules.of(Documents.class, Documents.class.getMethod(method));
    }

    static class Documents {
        @RequireScope("documents:delete")
        public void delete() {}

        @RequireScope(action = "write", type = "documents", id = "document_id")
        public void write() {}

        @RequirePermission("documents:write")
        public void writeAny() {}

        @RequirePermission(value = "documents:write", resource = "documents", id = "{document_id}")
        public void writeOne() {}

        @jakarta.annotation.security.RolesAllowed("editor")
        @RequireScope("documents:delete")
        public void purge() {}
    }

    @ParameterizedTest
    @CsvSource({
        // route, role, what the roles give, whether by a key, what the key is limited to, what comes of it
        "delete, user, , false, , FORBIDDEN",
        "delete, user, documents:delete, false, , ALLOWED",
        "delete, user, documents:*, false, , ALLOWED",
        "delete, admin, *, false, , ALLOWED",
        "delete, user, documents:delete, true, documents:delete, ALLOWED",
        "delete, user, documents:*, true, documents:read, FORBIDDEN",
        "delete, user, , true, documents:delete, FORBIDDEN",
        "delete, admin, *, true, , FORBIDDEN",
        "write, user, , false, , ALLOWED",
        "write, user, , true, documents:write, ALLOWED",
        "write, user, , true, documents:read, FORBIDDEN",
        "writeAny, user, , false, , FORBIDDEN",
        "writeAny, user, documents:write, false, , ALLOWED",
        "writeOne, user, , false, , ALLOWED",
        "writeOne, user, , true, , FORBIDDEN",
        "writeOne, user, , true, documents:*, ALLOWED",
        "purge, user, documents:delete, false, , FORBIDDEN",
        "purge, editor, , false, , FORBIDDEN",
        "purge, editor, documents:delete, false, , ALLOWED",
        "purge, editor, documents:delete, true, documents:read, FORBIDDEN",
        "purge, editor, documents:delete, true, documents:delete, ALLOWED",
    })
    void aRuleLetsPassWhoMayAndNobodyElse(
            String route, String role, String given, boolean byKey, String limits, Decision decision)
            throws NoSuchMethodException {
        Set<String> held = given == null ? Set.of() : Set.of(given);
        Set<String> limit = limits == null ? Set.of() : Set.of(limits);
        Caller caller = byKey
                ? caller(CallerKind.API_KEY, role, Scopes.common(held, limit), limits == null ? "" : limits)
                : caller(CallerKind.USER, role, held, "");

        assertThat(gate.decide(rule(route), Optional.of(caller), PATH)).isEqualTo(decision);
        assertThat(gate.decide(rule(route), Optional.empty(), PATH)).isEqualTo(Decision.UNAUTHENTICATED);
    }

    @Test
    void anotherResourceIsNotMeant() throws NoSuchMethodException {
        Caller ann = caller(CallerKind.USER, "user", Set.of(), "");
        assertThat(gate.decide(rule("writeOne"), Optional.of(ann), name -> "8")).isEqualTo(Decision.FORBIDDEN);
    }

    @Test
    void thePathIsReadOnlyWhereItIsAskedFor() throws NoSuchMethodException {
        List<String> read = new ArrayList<>();
        Caller ann = caller(CallerKind.USER, "user", Set.of("documents:write"), "");
        gate.decide(rule("writeAny"), Optional.of(ann), name -> {
            read.add(name);
            return "";
        });
        gate.decide(rule("writeOne"), Optional.of(ann), name -> {
            read.add(name);
            return "";
        });
        assertThat(read).containsExactly("document_id");
    }
}
