package io.appkernel.harness;

import static io.appkernel.harness.Accounts.AUTH;
import static io.appkernel.harness.Accounts.PASSWORD;
import static io.appkernel.harness.Accounts.bearer;
import static io.appkernel.harness.Accounts.body;
import static io.appkernel.harness.Accounts.code;
import static io.appkernel.harness.Accounts.ok;
import static io.appkernel.harness.Accounts.problem;
import static io.appkernel.harness.Accounts.unique;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.appkernel.databases.TestServer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Codes of an authenticator app beside the password. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SecondFactorIT {
    private static final Shape SHAPE = Shape.current();
    private static final String OPERATOR = System.getenv("KERNEL_OPERATOR_TOKEN");
    private static final String USERS = "/api/v1/admin/users";

    private final Accounts people = new Accounts(new Client(SHAPE.root()), SHAPE);

    @Deployment(testable = false)
    static Archive<?> widgetsWithAccounts() {
        return Archives.widgetsWithProperties(
                SHAPE, "kernel.database.url=" + TestServer.h2().newDatabase() + "\n");
    }

    @Test
    void aSecondFactorIsAskedForOnceItWasConfirmed() {
        String name = unique("ivy.");
        people.register(name);
        String access = people.login(name).get("access_token").asText();
        JsonNode wrong = problem(people.post("/totp", body("password", "not the phrase"), bearer(access)), 422);
        assertThat(wrong.at("/errors/0/field").asText()).isEqualTo("password");
        problem(people.post("/totp", "{}", bearer(access)), 422);
        JsonNode begun = ok(people.post("/totp", body("password", PASSWORD), bearer(access)));
        String secret = begun.get("secret").asText();
        assertThat(begun.get("otpauth_uri").asText())
                .startsWith("otpauth://totp/")
                .contains("secret=" + secret);
        String elsewhere = people.login(name).get("access_token").asText();
        JsonNode recovery = ok(people.post("/totp/confirm", body("code", code(secret, -1)), bearer(access)))
                .get("recovery_codes");
        assertThat(recovery).hasSize(10);
        problem(people.get(AUTH + "/me", elsewhere), 401);

        JsonNode needed = problem(people.post("/login", body("username", name, "password", PASSWORD)), 401);
        assertThat(needed.at("/errors/0/field").asText()).isEqualTo("otp");
        JsonNode wrongToo = problem(people.post("/login", body("username", name, "password", "wrong one")), 401);
        assertThat(wrongToo.has("errors")).isFalse();
        String now = code(secret, 0);
        ok(people.post("/login", body("username", name, "password", PASSWORD, "otp", now)));
        problem(people.post("/login", body("username", name, "password", PASSWORD, "otp", now)), 401);
        String spare = recovery.get(0).asText().toUpperCase();
        ok(people.post("/login", body("username", name, "password", PASSWORD, "otp", spare)));
        problem(people.post("/login", body("username", name, "password", PASSWORD, "otp", spare)), 401);

        String off = body("password", PASSWORD, "code", recovery.get(1).asText());
        assertThat(people.post("/totp/remove", off, bearer(access)).status()).isEqualTo(204);
        people.login(name);
    }

    @Test
    void anAdministratorHelpsWhoLostTheSecondFactor() {
        String name = unique("jan.");
        String id = people.register(name).get("id").asText();
        String access = people.login(name).get("access_token").asText();
        String secret = ok(people.post("/totp", body("password", PASSWORD), bearer(access)))
                .get("secret")
                .asText();
        ok(people.post("/totp/confirm", body("code", code(secret, 0)), bearer(access)));
        problem(people.post("/login", body("username", name, "password", PASSWORD)), 401);
        problem(people.send("POST", USERS + "/nobody/totp/remove", null, OPERATOR), 404);

        assertThat(people.send("POST", USERS + "/" + id + "/totp/remove", null, OPERATOR)
                        .status())
                .isEqualTo(204);

        people.login(name);
        ok(people.get(AUTH + "/me", access));
    }
}
