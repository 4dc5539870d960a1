package io.appkernel.harness;

import static io.appkernel.harness.Accounts.AUTH;
import static io.appkernel.harness.Accounts.ORIGIN;
import static io.appkernel.harness.Accounts.body;
import static io.appkernel.harness.Accounts.ok;
import static io.appkernel.harness.Accounts.problem;
import static io.appkernel.harness.Accounts.unique;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.appkernel.databases.TestServer;
import io.appkernel.harness.Client.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code kernel.auth.mode=apikey}: keys and the operator's token count, and nothing is logged in to here. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ApiKeyAuthIT {
    private static final Shape SHAPE = Shape.current();
    private static final String PAPERS = SHAPE.app() + "/papers/";
    private static final String MINE = PAPERS + "all/mine";
    private static final String KEYS = "/api/v1/api-keys";
    private static final String USERS = "/api/v1/admin/users";
    private static final String OPERATOR = System.getenv("KERNEL_OPERATOR_TOKEN");
    private static final String PARTNER = "what this partner signs with";

    private final Client http = new Client(SHAPE.root());
    private final Accounts people = new Accounts(http, SHAPE);

    @Deployment(testable = false)
    static Archive<?> widgetsWithPapers() {
        return Archives.widgetsWith(
                SHAPE,
                "io.appkernel.probe.papers",
                String.join(
                        "\n",
                        "kernel.auth.mode=apikey",
                        "kernel.database.url=" + TestServer.h2().newDatabase(),
                        "kernel.oauth.google-client-id=set",
                        "kernel.oauth.google-client-secret=but-of-no-use",
                        "widgets.partner.key=" + PARTNER,
                        ""));
    }

    private JsonNode made(String path, String json, String token) {
        Answer answer = people.send("POST", path, json, token);
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
        return answer.json();
    }

    /** An account as the operator makes one, whose role may do this with papers. */
    private String robot(String permissions) {
        String role = unique("r");
        made("/api/v1/admin/roles", "{\"name\":\"" + role + "\",\"permissions\":" + permissions + "}", OPERATOR);
        return made(USERS, body("username", unique("robot."), "role", role), OPERATOR)
                .get("id")
                .asText();
    }

    private JsonNode key(String owner, String scopes, String token) {
        return made(KEYS, "{\"name\":\"ci\",\"user_id\":\"" + owner + "\",\"scopes\":" + scopes + "}", token);
    }

    private static String secret(JsonNode key) {
        return key.get("key").asText();
    }

    private int status(String method, String path, String token) {
        return people.send(method, path, null, token).status();
    }

    @Test
    void theOperatorMakesTheFirstAccountAndItsKeyWhichIsTheCaller() {
        problem(http.get(MINE, ORIGIN), 401);
        String name = unique("robot.");
        JsonNode account = made(USERS, body("username", name, "name", "Robot"), OPERATOR);
        assertThat(account.get("username").asText()).isEqualTo(name);
        assertThat(account.get("role").asText()).isEqualTo("user");
        assertThat(account.get("active").asBoolean()).isTrue();
        assertThat(account.get("has_password").asBoolean()).isFalse();
        assertThat(account.get("email_verified").asBoolean()).isFalse();
        JsonNode known =
                made(USERS, "{\"email\":\"" + unique("known.") + "@example.com\",\"email_verified\":true}", OPERATOR);
        assertThat(known.get("email_verified").asBoolean()).isTrue();
        String id = account.get("id").asText();

        String key = secret(key(id, "[]", OPERATOR));
        JsonNode me = ok(people.get(AUTH + "/me", key));
        assertThat(me.get("id").asText()).isEqualTo(id);
        assertThat(me.get("kind").asText()).isEqualTo("api_key");
        assertThat(me.get("username").asText()).isEqualTo(name);
        assertThat(me.get("active").asBoolean()).isTrue();
        assertThat(me.get("is_admin").asBoolean()).isFalse();
        JsonNode seen = ok(people.get(MINE, key));
        assertThat(seen.get("id").asText()).isEqualTo(id);
        assertThat(seen.get("kind").asText()).isEqualTo("API_KEY");
        assertThat(seen.get("active").asBoolean()).isTrue();
        assertThat(ok(people.get(KEYS, key)).get("total").asInt()).isEqualTo(1);
        problem(people.get(USERS, key), 403);
    }

    @Test
    void aKeyOpensWhatItsScopesAndItsOwnersRoleBothAllow() {
        String owner = robot("[\"papers:*\"]");
        String reader = secret(key(owner, "[\"papers:read\"]", OPERATOR));
        assertThat(status("GET", PAPERS + "1", reader)).isEqualTo(200);
        problem(people.send("DELETE", PAPERS + "1", null, reader), 403);
        String worker = secret(key(owner, "[\"papers:*\",\"invoices:*\"]", OPERATOR));
        assertThat(status("DELETE", PAPERS + "1", worker)).isEqualTo(200);
        String poor = secret(key(robot("[]"), "[\"papers:*\"]", OPERATOR));
        problem(people.send("DELETE", PAPERS + "1", null, poor), 403);
    }

    @Test
    void aKeyThatIsRevokedOrWhoseOwnerIsSwitchedOffIsRefusedAtOnce() {
        String owner = robot("[]");
        JsonNode first = key(owner, "[]", OPERATOR);
        String second = secret(key(owner, "[]", OPERATOR));
        assertThat(status("GET", MINE, secret(first))).isEqualTo(200);
        assertThat(status("DELETE", KEYS + "/" + first.get("id").asText(), OPERATOR))
                .isEqualTo(204);
        problem(people.get(MINE, secret(first)), 401);

        assertThat(status("GET", MINE, second)).isEqualTo(200);
        ok(people.send("PATCH", USERS + "/" + owner, "{\"active\":false}", OPERATOR));
        problem(people.get(MINE, second), 401);
        problem(people.get(MINE, "sk_live_made_up"), 401);
    }

    @Test
    void anAdminsKeyDoesWhatTheOperatorDoes() {
        String admin = made(USERS, body("email", unique("root.") + "@example.com", "role", "admin"), OPERATOR)
                .get("id")
                .asText();
        String key = secret(key(admin, "[\"*\"]", OPERATOR));
        assertThat(ok(people.get(AUTH + "/me", key)).get("is_admin").asBoolean())
                .isTrue();
        String id =
                made(USERS, body("username", unique("robot.")), key).get("id").asText();
        ok(people.get(MINE, secret(key(id, "[\"papers:read\"]", key))));
        ok(people.get("/api/v1/admin/jobs/queues", key));
        ok(people.get("/api/v1/admin/jobs/queues", OPERATOR));
    }

    @Test
    void aKeyGivesNobodyMoreThanItMayDoItself() {
        String admin = made(USERS, body("email", unique("root.") + "@example.com", "role", "admin"), OPERATOR)
                .get("id")
                .asText();
        String bound = secret(key(admin, "[\"admin\"]", OPERATOR));
        String id =
                made(USERS, body("username", unique("robot.")), bound).get("id").asText();
        problem(people.send("POST", USERS, body("username", unique("robot."), "role", "admin"), bound), 403);
        problem(people.send("PATCH", USERS + "/" + id, body("role", "admin"), bound), 403);
        problem(people.send("POST", "/api/v1/admin/roles", "{\"name\":\"all\",\"permissions\":[\"*\"]}", bound), 403);
        problem(
                people.send("POST", "/api/v1/admin/role-assignments", body("user_id", id, "role", "admin"), bound),
                403);
        ok(people.send("PATCH", USERS + "/" + id, body("name", "Robby"), bound));
    }

    /** The app itself issued it, so that nothing but the mode is against it. */
    @Test
    void aTokenOfOursOpensNothing() {
        String token = ok(http.post(
                        SHAPE.app() + "/widgets/partner-login",
                        body(
                                "partner_token",
                                PartnerIT.token(
                                        PARTNER,
                                        unique("cus.") + "@example.com",
                                        Instant.now().plusSeconds(60)))))
                .get("access_token")
                .asText();
        assertThat(token.split("\\.")).hasSize(3);
        JsonNode refused = problem(people.get(MINE, token), 401);
        assertThat(refused.get("detail").asText()).isNotEmpty().doesNotContain(token);
        problem(people.get(AUTH + "/me", token), 401);
        problem(people.get(AUTH + "/me", "a.b.c"), 401);
    }

    @Test
    void anAccountIsMadeOnceByAnAdministratorAndWithARoleThatThereIs() {
        String name = unique("robot.");
        made(USERS, body("username", name), OPERATOR);
        problem(people.send("POST", USERS, body("username", name.toUpperCase()), OPERATOR), 409);
        assertField("email", body("name", "Nobody"));
        assertField("email", body("email", "no address"));
        assertField("username", body("username", "x"));
        assertField("role", body("username", unique("robot."), "role", "no-such-role"));
        problem(http.post(USERS, body("username", unique("robot.")), ORIGIN), 401);
    }

    private void assertField(String field, String wanted) {
        JsonNode problem = problem(people.send("POST", USERS, wanted, OPERATOR), 422);
        assertThat(problem.at("/errors/0/field").asText()).as(wanted).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST register",
                "POST login",
                "POST refresh",
                "POST logout",
                "POST change-password",
                "POST forgot-password",
                "POST reset-password",
                "POST verify-email",
                "POST totp",
                "GET sessions",
                "GET oauth/google",
                "GET oauth/google/callback",
                "GET oauth/accounts"
            })
    void nobodyLogsInHere(String route) {
        String[] parts = route.split(" ");
        String path = AUTH + "/" + parts[1];
        String wanted =
                body("email", unique("ann.") + "@example.com", "password", Accounts.PASSWORD, "refresh_token", "x");
        String sent = parts[0].equals("POST") ? wanted : null;

        problem(people.send(parts[0], path, sent, OPERATOR), 404);
        Answer anonymous = sent == null ? http.get(path, ORIGIN) : http.post(path, sent, ORIGIN);
        problem(anonymous, 404);
    }

    @Test
    void noneOfTheseRoutesIsInTheDocument() {
        JsonNode paths = http.get("/openapi").json().get("paths");
        List<String> auth = new ArrayList<>();
        paths.fieldNames().forEachRemaining(path -> {
            if (path.startsWith(AUTH)) {
                auth.add(path);
            }
        });
        assertThat(auth).containsExactly(AUTH + "/me");
    }
}
