package io.appkernel.harness;

import static io.appkernel.harness.Accounts.AUTH;
import static io.appkernel.harness.Accounts.bearer;
import static io.appkernel.harness.Accounts.body;
import static io.appkernel.harness.Accounts.ok;
import static io.appkernel.harness.Accounts.problem;
import static io.appkernel.harness.Accounts.unique;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.appkernel.databases.TestServer;
import io.appkernel.harness.Client.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What callers may do, by role, permission and API key. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RightsIT {
    private static final Shape SHAPE = Shape.current();
    private static final String PAPERS = SHAPE.app() + "/papers/";
    private static final String MINE = PAPERS + "all/mine";
    private static final String KEYS = "/api/v1/api-keys";
    private static final String ROLES = "/api/v1/admin/roles";
    private static final String ASSIGNMENTS = "/api/v1/admin/role-assignments";
    private static final String OPERATOR = System.getenv("KERNEL_OPERATOR_TOKEN");

    private final Client http = new Client(SHAPE.root());
    private final Accounts people = new Accounts(http, SHAPE);
    private String name;
    private String id;
    private JsonNode login;

    @Deployment(testable = false)
    static Archive<?> widgetsWithPapers() {
        return Archives.widgetsWith(
                SHAPE,
                "io.appkernel.probe.papers",
                "kernel.database.url=" + TestServer.h2().newDatabase() + "\nkernel.auth.refresh-grace=0s\n");
    }

    @BeforeEach
    void somebodySignsIn() {
        name = unique("eve.");
        id = people.register(name).get("id").asText();
        login = people.login(name);
    }

    private String token() {
        return login.get("access_token").asText();
    }

    private void refresh() {
        login = ok(people.post(
                "/refresh", body("refresh_token", login.get("refresh_token").asText())));
    }

    private Answer send(String method, String path, String json, String token) {
        return people.send(method, path, json, token);
    }

    private int status(String method, String path, String token) {
        return send(method, path, method.equals("PUT") ? "{}" : null, token).status();
    }

    private JsonNode made(String path, String json, String token) {
        Answer answer = send("POST", path, json, token);
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
        return answer.json();
    }

    private String role(String permissions) {
        String role = unique("r");
        made(ROLES, "{\"name\":\"" + role + "\",\"permissions\":" + permissions + "}", OPERATOR);
        return role;
    }

    private String assign(String role, String more) {
        return made(ASSIGNMENTS, "{\"user_id\":\"" + id + "\",\"role\":\"" + role + "\"" + more + "}", OPERATOR)
                .get("id")
                .asText();
    }

    private JsonNode key(String scopes, String token) {
        return made(KEYS, "{\"name\":\"ci\",\"scopes\":" + scopes + "}", token);
    }

    private static String secret(JsonNode key) {
        return key.get("key").asText();
    }

    // ---- roles and permissions

    @Test
    void aRoleThatIsAssignedOpensItsRoutesAndOneThatIsTakenShutsThemAtOnce() {
        problem(http.send("DELETE", PAPERS + "1", null, Accounts.ORIGIN), 401);
        problem(send("DELETE", PAPERS + "1", null, token()), 403);
        String assignment = assign(role("[\"papers:*\"]"), "");
        problem(send("DELETE", PAPERS + "1", null, token()), 401);
        refresh();
        assertThat(status("DELETE", PAPERS + "1", token())).isEqualTo(200);
        assertThat(status("GET", PAPERS + "1", token())).isEqualTo(200);
        assertThat(status("DELETE", ASSIGNMENTS + "/" + assignment, OPERATOR)).isEqualTo(204);
        assertThat(status("DELETE", PAPERS + "1", token())).isEqualTo(401);
        refresh();
        assertThat(status("DELETE", PAPERS + "1", token())).isEqualTo(403);
        assertThat(status("DELETE", ASSIGNMENTS + "/" + assignment, OPERATOR)).isEqualTo(404);
    }

    @Test
    void aChangedDefinitionHoldsForTokensThatAreOutAlready() {
        String role = role("[\"papers:delete\"]");
        assign(role, "");
        refresh();
        assertThat(status("DELETE", PAPERS + "1", token())).isEqualTo(200);
        assertThat(send("POST", ROLES, "{\"name\":\"" + role + "\",\"permissions\":[]}", OPERATOR)
                        .status())
                .isEqualTo(200);
        assertThat(status("DELETE", PAPERS + "1", token())).isEqualTo(403);
    }

    @Test
    void aRoleForOneResourceOpensThatOne() {
        String role = role("[\"papers:read\"]");
        assertThat(status("GET", PAPERS + "7", token())).isEqualTo(403);
        assign(role, ",\"resource_type\":\"papers\",\"resource_id\":\"7\"");
        assertThat(status("GET", PAPERS + "7", token())).isEqualTo(200);
        assertThat(status("GET", PAPERS + "8", token())).isEqualTo(403);
        JsonNode mine = ok(people.get(MINE, token()));
        assertThat(mine.get("may_read").asBoolean()).isFalse();
        assertThat(mine.get("may_read7").asBoolean()).isTrue();
        assertThat(mine.get("kind").asText()).isEqualTo("USER");
        assertThat(mine.get("active").asBoolean()).isTrue();
        JsonNode listed = ok(people.get(ASSIGNMENTS + "?user_id=" + id, OPERATOR));
        assertThat(listed.at("/items/0/resource_id").asText()).isEqualTo("7");
        assertThat(listed.get("total").asInt()).isEqualTo(1);
    }

    @Test
    void rolesAndScopesBothMustHold() {
        made(ROLES, "{\"name\":\"editor\",\"permissions\":[\"papers:read\"]}", OPERATOR);
        assign("editor", "");
        refresh();
        assertThat(status("PUT", PAPERS + "1/stamp", token())).isEqualTo(403);
        assign(role("[\"papers:stamp\"]"), ",\"resource_type\":\"papers\",\"resource_id\":\"1\"");
        assertThat(status("PUT", PAPERS + "1/stamp", token())).isEqualTo(200);
        assertThat(status("PUT", PAPERS + "2/stamp", token())).isEqualTo(403);
        assertThat(status("PUT", PAPERS + "1/stamp", OPERATOR)).isEqualTo(403);
    }

    @Test
    void rolesAreRemovedWhenConfirmedAndBuiltinOnesNever() {
        String role = role("[\"papers:read\"]");
        assign(role, "");
        JsonNode preview = ok(send("DELETE", ROLES + "/" + role, null, OPERATOR));
        assertThat(preview.get("confirmed").asBoolean()).isFalse();
        assertThat(preview.get("assignments").asInt()).isEqualTo(1);
        assertThat(ok(people.get(ROLES + "?limit=100", OPERATOR)).toString()).contains(role);
        assertThat(ok(send("DELETE", ROLES + "/" + role + "?confirm=true", null, OPERATOR))
                        .get("confirmed")
                        .asBoolean())
                .isTrue();
        problem(send("DELETE", ROLES + "/" + role, null, OPERATOR), 404);
        problem(send("DELETE", ROLES + "/admin?confirm=true", null, OPERATOR), 409);
        problem(send("POST", ROLES, "{\"name\":\"admin\"}", OPERATOR), 409);
        JsonNode wrong = problem(send("POST", ROLES, "{\"name\":\"x\",\"permissions\":[\"a b\"]}", OPERATOR), 422);
        assertThat(wrong.at("/errors/0/field").asText()).isEqualTo("permissions");
        JsonNode nobody = problem(send("POST", ASSIGNMENTS, "{\"user_id\":\"x\",\"role\":\"user\"}", OPERATOR), 422);
        assertThat(nobody.at("/errors/0/field").asText()).isEqualTo("user_id");
    }

    // ---- API keys

    @Test
    void aKeyIsShownOnceActsForItsOwnerAndIsLimitedToItsScopes() {
        assign(role("[\"papers:*\"]"), "");
        refresh();
        JsonNode made = key("[\"papers:read\"]", token());
        assertThat(secret(made))
                .startsWith("sk_live_")
                .startsWith(made.get("prefix").asText());
        assertThat(status("GET", PAPERS + "1", secret(made))).isEqualTo(200);
        problem(send("DELETE", PAPERS + "1", null, secret(made)), 403);
        JsonNode me = ok(people.get(AUTH + "/me", secret(made)));
        assertThat(me.get("id").asText()).isEqualTo(id);
        assertThat(me.get("kind").asText()).isEqualTo("api_key");
        JsonNode list = ok(people.get(KEYS, token()));
        assertThat(list.get("total").asInt()).isEqualTo(1);
        assertThat(list.at("/items/0/last_used_at").asText()).endsWith("Z");
        assertThat(list.toString()).doesNotContain(secret(made));
        JsonNode one = ok(people.get(KEYS + "/" + made.get("id").asText(), token()));
        assertThat(one.has("key")).isFalse();
        assertThat(one.at("/scopes/0").asText()).isEqualTo("papers:read");
    }

    @Test
    void aRevokedKeyOpensNothingAndARotatedOneOnlyByItsNewSecret() {
        JsonNode made = key("[]", token());
        String path = KEYS + "/" + made.get("id").asText();
        assertThat(status("GET", MINE, secret(made))).isEqualTo(200);
        JsonNode rotated = ok(people.send("POST", path + "/rotate", null, token()));
        problem(people.get(MINE, secret(made)), 401);
        JsonNode again = ok(send("POST", path + "/rotate", "{\"grace_seconds\":60}", token()));
        assertThat(status("GET", MINE, secret(rotated))).isEqualTo(200);
        assertThat(status("GET", MINE, secret(again))).isEqualTo(200);
        assertThat(status("DELETE", path, token())).isEqualTo(204);
        problem(people.get(MINE, secret(again)), 401);
        problem(people.get(MINE, secret(rotated)), 401);
        problem(people.get(path, token()), 404);
        problem(send("DELETE", path, null, token()), 404);
    }

    @Test
    void anothersKeyIsNotThereButAdminsSeeAndRevokeIt() {
        String path = KEYS + "/" + key("[]", token()).get("id").asText();
        String other = unique("mal.");
        people.register(other);
        String others = people.login(other).get("access_token").asText();
        problem(people.get(path, others), 404);
        problem(send("DELETE", path, null, others), 404);
        problem(send("POST", path + "/rotate", "{}", others), 404);
        problem(people.get(KEYS + "?user_id=" + id, others), 403);
        assertThat(ok(people.get(KEYS + "?user_id=" + id, OPERATOR))
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(status("DELETE", path, OPERATOR)).isEqualTo(204);
    }

    @Test
    void aKeyOfAnAccountThatIsSwitchedOffIsRefusedAtOnce() {
        String key = secret(key("[]", token()));
        assertThat(status("GET", MINE, key)).isEqualTo(200);
        switchAccount("{\"active\":false}");
        problem(people.get(MINE, key), 401);
        problem(people.get(MINE, token()), 401);
        switchAccount("{\"active\":true}");
        assertThat(status("GET", MINE, key)).isEqualTo(200);
    }

    private void switchAccount(String change) {
        ok(send("PATCH", "/api/v1/admin/users/" + id, change, OPERATOR));
    }

    @Test
    void anAccountHasOnlyRolesThatThereAreAndKeepsThem() {
        String account = "/api/v1/admin/users/" + id;
        JsonNode none = problem(send("PATCH", account, "{\"role\":\"no-such-role\"}", OPERATOR), 422);
        assertThat(none.at("/errors/0/field").asText()).isEqualTo("role");
        String role = role("[\"papers:read\"]");
        switchAccount("{\"role\":\"" + role + "\"}");
        String removal = ROLES + "/" + role + "?confirm=true";
        assertThat(problem(send("DELETE", removal, null, OPERATOR), 409)
                        .get("detail")
                        .asText())
                .contains("1 account");
        switchAccount("{\"role\":\"user\"}");
        ok(send("DELETE", removal, null, OPERATOR));
    }

    @Test
    void anAdminsKeyIsAdminOnlyWithTheScopeForIt() {
        problem(send("POST", KEYS, "{\"name\":\"ci\",\"scopes\":[\"admin\"]}", token()), 403);
        problem(send("POST", KEYS, "{\"name\":\"ci\",\"scopes\":[\"*\"]}", token()), 403);
        switchAccount("{\"role\":\"admin\"}");
        refresh();
        assertThat(status("GET", PAPERS + "all/vault", token())).isEqualTo(200);
        String plain = secret(key("[\"papers:read\"]", token()));
        String full = secret(key("[\"admin\"]", token()));
        problem(people.get(PAPERS + "all/vault", plain), 403);
        problem(people.get(ROLES, plain), 403);
        assertThat(status("GET", PAPERS + "all/vault", full)).isEqualTo(200);
        assertThat(status("GET", ROLES, full)).isEqualTo(200);
        switchAccount("{\"role\":\"user\"}");
        assertThat(status("GET", PAPERS + "all/vault", full)).isEqualTo(403);
        assertThat(status("GET", ROLES, full)).isEqualTo(403);
    }

    @Test
    void aKeyMakesNoKeys() {
        String key = secret(key("[\"papers:*\"]", token()));
        problem(send("POST", KEYS, "{\"name\":\"ci\",\"scopes\":[\"papers:read\"]}", key), 403);
    }

    @Test
    void wishesForKeysThatCannotBeMetNameTheField() {
        for (String[] wrong : new String[][] {
            {"name", "{\"scopes\":[]}"},
            {"scopes", "{\"name\":\"ci\",\"scopes\":[\"a b\"]}"},
            {"expires_in_days", "{\"name\":\"ci\",\"expires_in_days\":0}"}
        }) {
            JsonNode problem = problem(send("POST", KEYS, wrong[1], token()), 422);
            assertThat(problem.at("/errors/0/field").asText()).isEqualTo(wrong[0]);
        }
        JsonNode operators = problem(send("POST", KEYS, "{\"name\":\"ci\"}", OPERATOR), 422);
        assertThat(operators.at("/errors/0/field").asText()).isEqualTo("user_id");
        String given = secret(made(KEYS, "{\"name\":\"ci\",\"user_id\":\"" + id + "\"}", OPERATOR));
        assertThat(ok(people.get(MINE, given)).get("id").asText()).isEqualTo(id);
    }

    // ---- jobs

    @Test
    void aJobKnowsForWhomItIsDoneAsTheAccountIsNow() {
        assign(role("[\"papers:read\"]"), "");
        refresh();
        String job =
                ok(send("POST", PAPERS + "all/errand", "{}", token())).get("id").asText();
        JsonNode done = Waiting.until(
                () -> ok(people.get("/api/v1/jobs/" + job, token())),
                answer -> answer.get("status").asText().equals("done"));
        JsonNode seen = done.get("result");
        assertThat(seen.get("id").asText()).isEqualTo(id);
        assertThat(seen.get("email").asText()).isEqualTo(name + "@example.com");
        assertThat(seen.get("roles")).hasSize(2);
        assertThat(seen.at("/scopes/0").asText()).isEqualTo("papers:read");
        assertThat(seen.get("active").asBoolean()).isTrue();
        assertThat(seen.get("admin").asBoolean()).isFalse();
        assertThat(seen.get("may_read").asBoolean()).isTrue();
    }

    // ---- every route

    @Test
    void noRouteIsOpenToWhoIsNotSignedInAndNoneOfAdminsToAPlainUser() {
        String key = secret(key("[\"papers:*\"]", token()));
        List<String> open = new ArrayList<>();
        List<RouteTable.Built> built = RouteTable.ofTheProject().built().stream()
                .filter(route -> !route.isPublic())
                .toList();
        for (RouteTable.Built route : built) {
            expect(401, route, open);
            expect(401, route, open, bearer("no such token"));
            if (route.isForAdmins()) {
                expect(403, route, open, bearer(token()));
                expect(403, route, open, bearer(key));
            }
        }
        assertThat(open).isEmpty();
        assertThat(built).hasSizeGreaterThan(35);
        assertThat(built).filteredOn(RouteTable.Built::isForAdmins).hasSizeGreaterThan(15);
    }

    private void expect(int status, RouteTable.Built route, List<String> open, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Content-Type: application/json";
        // Payara refuses a DELETE with a body before anybody looks at who sent it.
        boolean body = !List.of("GET", "DELETE").contains(route.method());
        Answer answer =
                http.send(route.method(), route.example(), body ? "{}".getBytes(StandardCharsets.UTF_8) : null, all);
        if (answer.status() != status && !(route.isOptional() && answer.status() == 404)) {
            open.add(route + " answered " + answer.status() + " and not " + status);
        }
    }

    @Test
    void theDocumentSaysWhatARouteRequires() {
        JsonNode paths = ok(http.get("/openapi")).get("paths");
        JsonNode delete = paths.get(PAPERS + "{paper_id}").get("delete");
        assertThat(delete.at("/x-required-scopes/0").asText()).isEqualTo("papers:delete");
        assertThat(delete.get("responses").has("403")).isTrue();
        JsonNode stamp = paths.get(PAPERS + "{paper_id}/stamp").get("put");
        assertThat(stamp.at("/x-required-roles/0").asText()).isEqualTo("editor");
        assertThat(stamp.get("description").asText()).contains("papers:stamp", "{paper_id}");
    }
}
