package io.appkernel.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.appkernel.harness.Client.Answer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What admins see of the schema that the deployment made at its start. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SchemaRoutesIT {
    private static final Shape SHAPE = Shape.current();
    private static final String API = "/api/v1/admin/db";
    private static final String OPERATOR = "Authorization: Bearer " + System.getenv("KERNEL_OPERATOR_TOKEN");

    private final Client http = new Client(SHAPE.root());

    @Deployment(testable = false)
    static Archive<?> widgetsWithProbe() {
        return Archives.widgetsWithProbe(SHAPE);
    }

    @Test
    void theStartBroughtTheSchemaUpToDate() {
        Answer plan = http.get(API + "/plan", OPERATOR);
        assertThat(plan.status()).isEqualTo(200);
        assertThat(plan.json().get("steps")).isEmpty();
        assertThat(plan.json().get("obstacles")).isEmpty();
        JsonNode migrations = http.get(API + "/migrations", OPERATOR).json();
        assertThat(migrations.get("total").asInt()).isPositive();
        assertThat(migrations.at("/items/0/status").asText()).isEqualTo("done");
        String hash = migrations.at("/items/0/hash").asText();
        JsonNode detail = http.get(API + "/migrations/" + hash, OPERATOR).json();
        assertThat(detail.get("hash").asText()).isEqualTo(hash);
        assertThat(detail.get("file").asText()).endsWith(hash.substring(0, 8));
        assertThat(detail.get("operations").isArray()).isTrue();
    }

    @Test
    void orphansAreAPageAndABackfillWithoutConfirmationOnlyLooks() {
        assertThat(http.get(API + "/schema/orphans?limit=5", OPERATOR)
                        .json()
                        .get("limit")
                        .asInt())
                .isEqualTo(5);
        for (String body : new String[] {"{}", "{\"confirm\":false}"}) {
            Answer preview = http.post(API + "/backfill", body, OPERATOR);
            assertThat(preview.status()).isEqualTo(200);
            assertThat(preview.json().get("confirmed").asBoolean()).isFalse();
        }
    }

    @Test
    void theRoutesAreForAdmins() {
        for (String path : new String[] {"/plan", "/migrations", "/migrations/0", "/schema/orphans"}) {
            assertThat(http.get(API + path).status()).isEqualTo(401);
        }
        assertThat(http.post(API + "/backfill", "{}").status()).isEqualTo(401);
        assertThat(http.get(API + "/migrations/0123", OPERATOR).status()).isEqualTo(404);
    }
}
