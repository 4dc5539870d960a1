package io.appkernel.harness;

import static io.appkernel.harness.Accounts.AUTH;
import static io.appkernel.harness.Accounts.PASSWORD;
import static io.appkernel.harness.Accounts.bearer;
import static io.appkernel.harness.Accounts.body;
import static io.appkernel.harness.Accounts.ok;
import static io.appkernel.harness.Accounts.problem;
import static io.appkernel.harness.Accounts.unique;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appkernel.databases.TestServer;
import io.appkernel.harness.Client.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registering and logging in as people and their browsers see it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AuthIT {
    private static final Shape SHAPE = Shape.current();
    private static final String ADMIN = "the first of all admins";
    private static final String USERS = "/api/v1/admin/users";

    private final Client http = new Client(SHAPE.root());
    private final Accounts people = new Accounts(http, SHAPE);

    @Deployment(testable = false)
    static Archive<?> widgetsWithLetters() {
        return Archives.widgetsWith(
                SHAPE,
                "io.appkernel.probe.letters",
                "kernel.database.url=" + TestServer.h2().newDatabase() + "\nkernel.dev-admin.password=" + ADMIN
                        + "\nkernel.auth.lock-after-anywhere=8\n");
    }

    @Test
    void somebodyRegistersLogsInAndOut() {
        String name = unique("ada.");
        JsonNode made = people.register(name);
        assertThat(made.get("email").asText()).isEqualTo(name + "@example.com");
        assertThat(made.get("role").asText()).isEqualTo("user");
        assertThat(made.has("password_hash")).isFalse();

        JsonNode login =
                ok(people.post("/login", body("email", name.toUpperCase() + "@EXAMPLE.com", "password", PASSWORD)));
        assertThat(login.get("token_type").asText()).isEqualTo("Bearer");
        assertThat(login.get("expires_in").asInt()).isEqualTo(900);
        assertThat(login.at("/user/id").asText()).isEqualTo(made.get("id").asText());
        String access = login.get("access_token").asText();
        JsonNode me = ok(people.get(AUTH + "/me", access));
        assertThat(me.get("id").asText()).isEqualTo(made.get("id").asText());
        assertThat(me.get("kind").asText()).isEqualTo("user");
        assertThat(me.get("is_admin").asBoolean()).isFalse();

        JsonNode next = ok(people.post(
                "/refresh", body("refresh_token", login.get("refresh_token").asText())));
        String later = next.get("access_token").asText();
        assertThat(people.post("/logout", "{}", bearer(later)).status()).isEqualTo(204);
        problem(people.get(AUTH + "/me", later), 401);
        problem(people.get(AUTH + "/me", access), 401);
        problem(
                people.post(
                        "/refresh",
                        body("refresh_token", next.get("refresh_token").asText())),
                401);
    }

    @Test
    void logoutNeedsNoBody() {
        String name = unique("bob.");
        people.register(name);
        String access = people.login(name).get("access_token").asText();

        assertThat(http.send("POST", AUTH + "/logout", null, bearer(access)).status())
                .isEqualTo(204);
        problem(people.get(AUTH + "/me", access), 401);

        String later = people.login(name).get("access_token").asText();
        assertThat(people.send("POST", AUTH + "/logout", null, later).status()).isEqualTo(204);
        problem(people.get(AUTH + "/me", later), 401);
    }

    @Test
    void whoHasOnlyTheRefreshTokenLogsOutByIt() {
        String name = unique("bo.");
        people.register(name);
        JsonNode login = people.login(name);
        String other = people.login(name).get("access_token").asText();
        String access = login.get("access_token").asText();
        String refresh = body("refresh_token", login.get("refresh_token").asText());

        JsonNode empty = problem(people.post("/logout", body("refresh_token", " ")), 422);
        assertThat(empty.at("/errors/0/field").asText()).isEqualTo("refresh_token");
        problem(people.post("/logout", body("refresh_token", ""), bearer(access)), 422);
        problem(people.post("/logout", "{}"), 401);
        problem(people.send("POST", AUTH + "/logout", null, "no.such.token"), 401);
        assertThat(people.post("/logout", body("refresh_token", "made up")).status())
                .isEqualTo(204);
        ok(people.get(AUTH + "/me", access));

        assertThat(people.post("/logout", refresh, bearer("no.such.token")).status())
                .isEqualTo(204);

        problem(people.get(AUTH + "/me", access), 401);
        problem(people.post("/refresh", refresh), 401);
        ok(people.get(AUTH + "/me", other));
        assertThat(people.post("/logout", refresh).status()).isEqualTo(204);
    }

    @Test
    void anUnknownNameAndAWrongPasswordAreToldAlike() {
        String name = unique("cy.");
        people.register(name);

        JsonNode wrong = problem(people.post("/login", body("username", name, "password", "not the phrase")), 401);
        JsonNode unknown =
                problem(people.post("/login", body("username", unique("no."), "password", "not the phrase")), 401);

        assertThat(((ObjectNode) wrong).without("request_id").toString())
                .isEqualTo(((ObjectNode) unknown).without("request_id").toString());
    }

    @Test
    void ofTwoThatRegisterTheSameAddressAtOnceOneGetsIt() {
        String name = unique("dee.");
        List<Answer> answers = Waiting.together(
                4,
                i -> people.post(
                        "/register",
                        body(
                                "email",
                                (i % 2 == 0 ? name : name.toUpperCase()) + "@example.com",
                                "password",
                                PASSWORD)));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        for (Answer answer : answers) {
            if (answer.status() != 201) {
                assertThat(problem(answer, 409).get("detail").asText()).contains("taken");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "email, not an address",
        "email, two@signs@example.com",
        "username, ad",
        "username, аdmin.with.cyrillic",
        "username, a@example.com",
        "password, short",
        "password, password123"
    })
    void whatIsNotTakenIsToldByItsField(String field, String value) {
        String name = unique("eve.");
        ObjectNode wanted = new com.fasterxml.jackson.databind.ObjectMapper().createObjectNode();
        wanted.put("email", name + "@example.com").put("username", name).put("password", PASSWORD);
        wanted.put(field, value);

        JsonNode problem = problem(people.post("/register", wanted.toString()), 422);

        assertThat(problem.at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(problem.toString()).doesNotContain(PASSWORD);
    }

    @Test
    void bodiesThatMakeNoSenseAreRefusedAndNeverAFailure() {
        problem(people.post("/login", "{"), 400);
        problem(people.post("/login", "{\"password\":\"x\"}"), 422);
        problem(people.post("/login", "{\"username\":\"x\"}"), 422);
        problem(people.post("/login", "{\"username\":{},\"password\":\"x\"}"), 422);
        problem(people.post("/refresh", "{\"refresh_token\":\"made up\"}"), 401);
        problem(people.post("/reset-password", body("token", "made up", "new_password", PASSWORD)), 422);
        problem(people.post("/verify-email", body("token", "made up")), 422);
    }

    @Test
    void aNewPasswordEndsEveryOtherLogin() {
        String name = unique("fay.");
        people.register(name);
        String here = people.login(name).get("access_token").asText();
        String elsewhere = people.login(name).get("access_token").asText();

        JsonNode wrong = problem(
                people.post(
                        "/change-password",
                        body("current_password", "not it at all", "new_password", "another long phrase"),
                        bearer(here)),
                422);
        assertThat(wrong.at("/errors/0/field").asText()).isEqualTo("current_password");
        JsonNode pair = ok(people.post(
                "/change-password",
                body("current_password", PASSWORD, "new_password", "another long phrase"),
                bearer(here)));

        problem(people.get(AUTH + "/me", elsewhere), 401);
        ok(people.get(AUTH + "/me", pair.get("access_token").asText()));
        problem(people.post("/login", body("username", name, "password", PASSWORD)), 401);
        ok(people.post("/login", body("username", name, "password", "another long phrase")));
    }

    @Test
    void whoForgotThePasswordGetsAMailThatWorksOnce() {
        String name = unique("gus+tag.");
        String email = name + "@example.com";
        assertThat(people.post("/register", body("email", email, "password", PASSWORD))
                        .status())
                .isEqualTo(201);
        String access = ok(people.post("/login", body("email", email, "password", PASSWORD)))
                .get("access_token")
                .asText();
        String key = people.send("POST", "/api/v1/api-keys", body("name", "left behind"), access)
                .json()
                .get("key")
                .asText();
        assertThat(people.get(AUTH + "/me", key).status()).isEqualTo(200);
        Answer known = people.post("/forgot-password", body("email", email));
        Answer unknown = people.post("/forgot-password", body("email", unique("nobody") + "@example.com"));
        assertThat(known.status()).isEqualTo(202);
        assertThat(unknown.status()).isEqualTo(202);
        assertThat(known.text()).isEqualTo(unknown.text());

        String token = people.mailed(email, "Set a new password");
        problem(people.post("/reset-password", body("token", token, "new_password", "password")), 422);
        assertThat(people.post("/reset-password", body("token", token, "new_password", "yet another phrase"))
                        .status())
                .isEqualTo(204);
        problem(people.post("/reset-password", body("token", token, "new_password", "yet another phrase")), 422);
        problem(people.get(AUTH + "/me", access), 401);
        problem(people.get(AUTH + "/me", key), 401);
        JsonNode login = ok(people.post("/login", body("email", email, "password", "yet another phrase")));
        assertThat(login.at("/user/email_verified").asBoolean()).isTrue();
    }

    @Test
    void anAddressIsVerifiedByTheMailOfTheRegistration() {
        String name = unique("hal.");
        people.register(name);
        String token = people.mailed(name + "@example.com", "Confirm your email address");

        assertThat(people.post("/verify-email", body("token", token)).status()).isEqualTo(204);

        problem(people.post("/verify-email", body("token", token)), 422);
        assertThat(people.login(name).at("/user/email_verified").asBoolean()).isTrue();
    }

    @Test
    void whoeverGuessesWaitsWhetherTheAccountIsThereOrNot() {
        String name = unique("jo.");
        people.register(name);
        for (String guessed : List.of(name, unique("nobody."))) {
            for (int i = 0; i < 5; i++) {
                problem(people.post("/login", body("username", guessed, "password", "guess number " + i)), 401);
            }
            Answer locked = people.post("/login", body("username", guessed, "password", PASSWORD));
            problem(locked, 429);
            assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(1, 31);
        }
    }

    @Test
    void loginsAreListedAndEndedOneByOne() {
        String name = unique("kim.");
        people.register(name);
        String here = people.login(name).get("access_token").asText();
        String there = people.login(name).get("access_token").asText();

        JsonNode list = ok(people.get(AUTH + "/sessions", here));
        assertThat(list.get("total").asInt()).isEqualTo(2);
        String other = "";
        for (JsonNode session : list.get("items")) {
            assertThat(session.get("ip").asText()).isNotEmpty();
            if (!session.get("current").asBoolean()) {
                other = session.get("id").asText();
            }
        }
        assertThat(people.send("DELETE", AUTH + "/sessions/" + other, null, here)
                        .status())
                .isEqualTo(204);
        problem(people.get(AUTH + "/me", there), 401);
        problem(people.send("DELETE", AUTH + "/sessions/" + other, null, here), 404);
        ok(people.get(AUTH + "/me", here));
    }

    @Test
    void administratorsSeeAndChangeAccountsAtOnce() {
        String admin = ok(people.post("/login", body("email", "admin@example.com", "password", ADMIN)))
                .get("access_token")
                .asText();
        String name = unique("lee.");
        String id = people.register(name).get("id").asText();
        String access = people.login(name).get("access_token").asText();
        problem(people.get(USERS, access), 403);

        JsonNode found = ok(people.get(USERS + "?search=" + name.toUpperCase(), admin));
        assertThat(found.get("total").asInt()).isEqualTo(1);
        assertThat(found.at("/items/0/id").asText()).isEqualTo(id);
        assertThat(found.toString()).doesNotContain("argon2");

        ok(people.send("PATCH", USERS + "/" + id, "{\"role\":\"admin\",\"name\":\"Lee\"}", admin));
        problem(people.get(AUTH + "/me", access), 401);
        String promoted = people.login(name).get("access_token").asText();
        assertThat(ok(people.get(USERS + "/" + id, promoted)).get("name").asText())
                .isEqualTo("Lee");

        ok(people.send("PATCH", USERS + "/" + id, "{\"active\":false}", admin));
        problem(people.get(AUTH + "/me", promoted), 401);
        problem(people.post("/login", body("username", name, "password", PASSWORD)), 403);
        problem(people.post("/login", body("username", name, "password", "wrong one")), 401);
        problem(people.send("PATCH", USERS + "/nobody", "{\"active\":false}", admin), 404);
    }

    @Test
    void theLastAdministratorStaysOne() {
        JsonNode login = ok(people.post("/login", body("email", "admin@example.com", "password", ADMIN)));
        String admin = login.get("access_token").asText();
        String self = USERS + "/" + login.at("/user/id").asText();

        problem(people.send("PATCH", self, "{\"role\":\"user\"}", admin), 409);
        problem(people.send("PATCH", self, "{\"active\":false}", admin), 409);
        ok(people.get(self, admin));
    }

    /** Those that would wait too long are asked to come back, and every other route goes on answering. */
    @Test
    void aFloodOfLoginsLeavesOtherRoutesAnswering() {
        List<Long> millis = new ArrayList<>();
        ExecutorService flood = Executors.newFixedThreadPool(200);
        try {
            List<Future<Answer>> logins = IntStream.range(0, 200)
                    .mapToObj(i -> flood.submit(() ->
                            people.post("/login", body("username", unique("flood."), "password", "whatever it is"))))
                    .toList();
            while (!logins.stream().allMatch(Future::isDone)) {
                long begin = System.nanoTime();
                assertThat(http.get(SHAPE.app() + "/letters?to=nobody").status())
                        .isEqualTo(200);
                millis.add(Duration.ofNanos(System.nanoTime() - begin).toMillis());
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Answer> login : logins) {
                Answer answer = login.get();
                statuses.add(answer.status());
                problem(answer, answer.status());
                if (answer.status() == 503) {
                    assertThat(answer.header("Retry-After")).isNotNull();
                }
            }
            assertThat(statuses).contains(401).isSubsetOf(401, 503);
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            flood.shutdownNow();
        }
        millis.sort(null);
        System.out.println("under the flood: " + millis.size() + " requests, median " + millis.get(millis.size() / 2)
                + " ms, slowest " + millis.get(millis.size() - 1) + " ms");
        assertThat(millis).hasSizeGreaterThan(5);
        assertThat(millis.get(millis.size() / 2)).isLessThan(500);
        assertThat(millis.get(millis.size() - 1)).isLessThan(5_000);
    }
}
