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
import io.appkernel.databases.TestServer;
import io.appkernel.harness.Client.Answer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An app that keeps accounts itself: all routes go by its store, and say what it does not do. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OwnStoreIT {
    private static final Shape SHAPE = Shape.current();
    private static final String OPERATOR = Accounts.bearer(System.getenv("KERNEL_OPERATOR_TOKEN"));
    private static final String ANOTHER = "another long phrase";

    private final Client http = new Client(SHAPE.root());
    private final Accounts people = new Accounts(http, SHAPE);

    @Deployment(testable = false)
    static Archive<?> widgetsWithMembers() {
        return Archives.widgetsWith(
                SHAPE,
                "io.appkernel.probe.members",
                "kernel.database.url=" + TestServer.h2().newDatabase() + "\n");
    }

    @Test
    void peopleRegisterLogInRefreshAndChangeTheirPasswordByTheAppsStore() {
        String name = unique("mem.");
        JsonNode made = people.register(name);
        assertThat(made.get("id").asText()).startsWith("member-");
        problem(people.post("/register", body("email", name + "@EXAMPLE.com", "password", PASSWORD)), 409);

        JsonNode login = people.login(name);
        String access = login.get("access_token").asText();
        assertThat(ok(people.get(AUTH + "/me", access)).get("id")).isEqualTo(made.get("id"));
        ok(people.post(
                "/refresh", body("refresh_token", login.get("refresh_token").asText())));

        Answer changed = people.send(
                "POST", AUTH + "/change-password", body("current_password", PASSWORD, "new_password", ANOTHER), access);
        assertThat(changed.status()).as(changed.text()).isLessThan(300);
        problem(people.post("/login", body("username", name, "password", PASSWORD)), 401);
        ok(people.post("/login", body("username", name, "password", ANOTHER)));
    }

    @Test
    void whatTheStoreDoesNotDoIsRefusedWithThatReason() {
        JsonNode problem = problem(http.get("/api/v1/admin/users", OPERATOR, ORIGIN), 403);
        assertThat(problem.get("detail").asText()).contains("UserStore.page");
    }
}
