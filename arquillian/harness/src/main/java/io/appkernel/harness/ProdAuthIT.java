package io.appkernel.harness;

import static io.appkernel.harness.Accounts.AUTH;
import static io.appkernel.harness.Accounts.ORIGIN;
import static io.appkernel.harness.Accounts.PASSWORD;
import static io.appkernel.harness.Accounts.body;
import static io.appkernel.harness.Accounts.ok;
import static io.appkernel.harness.Accounts.problem;
import static io.appkernel.harness.Accounts.unique;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.appkernel.databases.TestRedis;
import io.appkernel.databases.TestServer;
import io.appkernel.harness.Client.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A new deployment in prod that has no operator token: nobody administers it until who reads the log does. What prod
 * refuses to start with is asked in {@link BadDeploymentIT}.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ProdAuthIT {
    private static final Shape SHAPE = Shape.current();
    private static final Path LOG = Path.of(System.getenv("DATA_DIR"), unique("prod-log-"));
    private static final Pattern SETUP = Pattern.compile("/api/v1/auth/register with the setup_token ([\\w-]{43})");
    private static final String USERS = "/api/v1/admin/users";

    private final Client http = new Client(SHAPE.root());
    private final Accounts people = new Accounts(http, SHAPE);

    /** Over the environment that the servers of all tests share, which is none of prod. */
    @Deployment(testable = false)
    static Archive<?> widgetsInProd() {
        return Archives.widgetsWithProperties(
                SHAPE,
                String.join(
                        "\n",
                        "config_ordinal=500",
                        "kernel.environment=prod",
                        "kernel.operator-token=",
                        "kernel.auth.token-secret=" + TokenIT.SECRET,
                        "kernel.database.url=" + TestServer.postgres().newDatabase(),
                        "kernel.redis.url=" + TestRedis.shared().url(),
                        "kernel.redis.key-prefix=" + TestRedis.shared().newPrefix(),
                        "kernel.dev-admin.password=" + PASSWORD,
                        "kernel.log.dir=" + LOG,
                        ""));
    }

    private static String log() {
        try (Stream<Path> files = Files.list(LOG)) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.sorted().toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As an operator finds it. */
    private static String setupToken() {
        Matcher found = Waiting.until(() -> SETUP.matcher(log()), Matcher::find);
        String token = found.group(1);
        assertThat(found.find()).as("another setup token").isFalse();
        return token;
    }

    private Answer register(String name, String password, String setupToken) {
        return people.post(
                "/register",
                body(
                        "email",
                        name + "@example.com",
                        "username",
                        name,
                        "password",
                        password,
                        "setup_token",
                        setupToken));
    }

    private static String field(Answer answer) {
        return problem(answer, 422).at("/errors/0/field").asText();
    }

    @Test
    void theTokenInTheLogMakesTheFirstAdministratorOnceAndNoOtherTokenDoes() {
        String token = setupToken();
        JsonNode wrong = problem(
                register(unique("evil."), PASSWORD, (token.charAt(0) == 'x' ? 'y' : 'x') + token.substring(1)), 422);
        assertThat(wrong.at("/errors/0/field").asText()).isEqualTo("setup_token");
        assertThat(wrong.get("detail").asText()).contains("not valid");
        assertThat(field(register(unique("evil."), PASSWORD, ""))).isEqualTo("setup_token");
        assertThat(field(register(unique("weak."), "password", token))).isEqualTo("password");

        String first = unique("root.");
        List<Answer> answers = Waiting.together(4, i -> register(first + i, PASSWORD, token));
        List<Answer> made =
                answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(made).hasSize(1);
        answers.stream()
                .filter(answer -> answer.status() != 201)
                .forEach(answer -> assertThat(field(answer)).isEqualTo("setup_token"));
        JsonNode root = made.get(0).json();
        assertThat(root.get("role").asText()).isEqualTo("admin");
        assertThat(field(register(unique("late."), PASSWORD, token))).isEqualTo("setup_token");

        String admin =
                people.login(root.get("username").asText()).get("access_token").asText();
        JsonNode accounts = ok(people.get(USERS + "?limit=100", admin));
        assertThat(accounts.findValuesAsText("role")).containsOnlyOnce("admin");
        assertThat(accounts.toString()).doesNotContain("evil.", "weak.", "late.", "admin@example.com");
        ok(people.get("/openapi", admin));
        assertThat(log().split(Pattern.quote(token), -1))
                .as("lines with the token")
                .hasSize(2);
    }

    @Test
    void nobodyElseAdministersIt() {
        problem(people.post("/login", body("email", "admin@example.com", "password", PASSWORD)), 401);
        problem(people.get(USERS, System.getenv("KERNEL_OPERATOR_TOKEN")), 401);
        String name = unique("ann.");
        people.register(name);
        JsonNode login = people.login(name);
        assertThat(login.at("/user/role").asText()).isEqualTo("user");
        problem(people.get(USERS, login.get("access_token").asText()), 403);
    }

    @Test
    void theDocumentsAreForAdministrators() {
        problem(http.get("/openapi", ORIGIN), 401);
        problem(http.get("/docs", ORIGIN), 401);
        assertThat(http.get("/healthz").status()).isEqualTo(200);
        assertThat(http.get(AUTH + "/me", ORIGIN).text()).doesNotContain("Exception", "io.appkernel");
    }
}
