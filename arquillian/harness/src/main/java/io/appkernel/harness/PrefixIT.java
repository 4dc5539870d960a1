package io.appkernel.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.harness.Client.Answer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code kernel.api-prefix} set to another path, by the app's own properties file. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PrefixIT {
    private static final Shape SHAPE = Shape.current();
    private static final String API = SHAPE.appContext() + "/service/v2";
    private static final String OPERATOR = "Authorization: Bearer " + System.getenv("KERNEL_OPERATOR_TOKEN");

    private final Client http = new Client(SHAPE.root());

    @Deployment(testable = false)
    static Archive<?> widgetsUnderAnotherPrefix() {
        return Archives.widgetsWithProperties(SHAPE, "kernel.api-prefix=/service/v2\n");
    }

    @Test
    void theRoutesAnswerUnderTheOtherPrefixOnly() {
        assertThat(http.get(API + "/widgets").status()).isEqualTo(200);
        assertThat(http.get(SHAPE.app() + "/widgets").status()).isEqualTo(404);
        Answer missing = http.get(API + "/nowhere");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.json().get("instance").asText()).isEqualTo(API + "/nowhere");
    }

    @Test
    void locksBodiesAndLinksWorkUnderIt() {
        String widget = "{\"name\":\"Gear\",\"unit_price\":3}";
        assertThat(http.post(API + "/widgets", widget).status()).isEqualTo(401);
        Answer made = http.post(API + "/widgets", widget, OPERATOR);
        assertThat(made.status()).isEqualTo(201);
        String id = made.json().get("id").asText();
        assertThat(made.header("Location")).endsWith(API + "/widgets/" + id);
        assertThat(http.get(API + "/widgets/" + id).json()).isEqualTo(made.json());
    }

    @Test
    void theApiDocumentNamesThePathsThatCallersUse() {
        assertThat(http.get("/openapi").json().get("paths").has(API + "/widgets"))
                .isTrue();
    }
}
