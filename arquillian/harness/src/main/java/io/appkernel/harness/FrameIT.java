package io.appkernel.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.appkernel.harness.Client.Answer;
import java.nio.charset.StandardCharsets;
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

/** The whole frame seen from outside, the same on every server and in every shape. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class FrameIT {
    private static final Shape SHAPE = Shape.current();
    private static final String PROBE = SHAPE.app() + "/probe";
    private static final String SERVLET = SHAPE.appContext() + "/probe-servlet";
    private static final String OPERATOR = "Authorization: Bearer " + System.getenv("KERNEL_OPERATOR_TOKEN");

    private final Client http = new Client(SHAPE.root());

    @Deployment(testable = false)
    static Archive<?> widgetsWithProbe() {
        return Archives.widgetsWithProbe(SHAPE);
    }

    // ---- plugging in

    @Test
    void packagePrivateBeansWorkBehindTheContainersProxies() {
        JsonNode plugins = http.get(PROBE + "/plugins").json();
        assertThat(plugins.get("greeting").asText()).isEqualTo("Hello Ada");
        assertThat(plugins.get("proxied").asBoolean()).isTrue();
    }

    @Test
    void entitiesHandlersAndObserversAreFoundInTheWarAndInTheEjbJar() {
        JsonNode plugins = http.get(PROBE + "/plugins").json();
        assertThat(texts(plugins.get("entities"))).contains("Note", "Page");
        assertThat(texts(plugins.get("tasks"))).contains("probe.in-ejb-jar", "probe.in-war");
        assertThat(plugins.get("started").asInt()).isEqualTo(1);
        assertThat(plugins.get("checked").asInt()).isEqualTo(1);
    }

    @Test
    void theAppsOwnResourcesAnswerInJsonUnlessTheySayOtherwise() {
        Answer list = http.get(SHAPE.app() + "/widgets?limit=500&offset=0");
        assertThat(list.header("Content-Type")).startsWith("application/json");
        assertThat(list.json().get("limit").asInt()).isEqualTo(100);
        assertThat(list.json().has("total")).isTrue();
        String widget = "{\"name\":\"Gear\",\"unit_price\":3}";
        assertProblem(http.post(SHAPE.app() + "/widgets", widget), 401);
        Answer made = http.post(SHAPE.app() + "/widgets", widget, OPERATOR);
        assertThat(made.status()).isEqualTo(201);
        String id = made.json().get("id").asText();
        assertThat(made.header("Location")).endsWith("/widgets/" + id);
        assertThat(http.get(SHAPE.app() + "/widgets/" + id).json()).isEqualTo(made.json());
        assertThat(http.get(SHAPE.app() + "/widgets").json().at("/items/0/id").asText())
                .isEqualTo(id);
        Answer negative = http.get(SHAPE.app() + "/widgets?offset=-1");
        assertThat(assertProblem(negative, 422).at("/errors/0/field").asText()).isEqualTo("offset");
    }

    // ---- access

    @ParameterizedTest
    @ValueSource(strings = {"unmarked", "signed-in", "admin", "auditor", "denied", "me"})
    void anonymousGets401WithAProblemWhereverARouteIsNotPublic(String route) {
        Answer answer = http.get(PROBE + "/" + route);
        assertProblem(answer, 401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void publicRoutesNeedNoCredentialAndIgnoreABadOne() {
        assertThat(http.get(PROBE + "/public").status()).isEqualTo(200);
        assertThat(http.get(PROBE + "/public", "Authorization: Bearer stale").status())
                .isEqualTo(200);
        assertThat(http.get(PROBE + "/public", "Authorization: Basic YTpi").status())
                .isEqualTo(200);
    }

    @Test
    void theOperatorTokenCarriesTheRoleAdminEverywhere() {
        assertThat(http.get(PROBE + "/admin", OPERATOR).status()).isEqualTo(200);
        assertThat(http.get(PROBE + "/unmarked", OPERATOR).status()).isEqualTo(200);
        JsonNode me = http.get(PROBE + "/me", OPERATOR).json();
        assertThat(me.get("id").asText()).isEqualTo("operator");
        assertThat(me.get("principal").asText()).isEqualTo("operator");
        assertThat(me.get("role").asText()).isEqualTo("admin");
        assertThat(me.get("is_admin").asBoolean()).isTrue();
        assertThat(me.get("in_role").asBoolean()).isTrue();
        assertThat(me.get("kind").asText()).isEqualTo("OPERATOR");
    }

    @Test
    void aRoleThatTheCallerLacksIs403AndADeniedRouteIsForNobody() {
        assertProblem(http.get(PROBE + "/auditor", OPERATOR), 403);
        assertProblem(http.get(PROBE + "/denied", OPERATOR), 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong", "Bearer ", "Basic b3BlcmF0b3I6eA==", "bearer sk_live_nothing", "x"})
    void aWrongCredentialIs401AndNeverRepeated(String credential) {
        Answer answer = http.get(PROBE + "/signed-in", "Authorization: " + credential);
        assertProblem(answer, 401);
        assertThat(answer.text()).doesNotContain("sk_live_nothing");
    }

    @Test
    void rolesHoldOnEjbsTooAndTheirRefusalIs403() {
        assertThat(http.get(PROBE + "/vault", OPERATOR).json().get("inside").asText())
                .isEqualTo("gold");
        assertProblem(http.get(PROBE + "/vault"), 401);
    }

    @Test
    void aSubResourceIsBehindTheLocksOfAllThatLeadToIt() {
        for (String path : List.of("/nested/inner", "/nested/open/inner", "/nested/auditor/inner")) {
            assertProblem(http.get(PROBE + path), 401);
        }
        assertProblem(http.get(PROBE + "/nested/inner", OPERATOR), 403);
        assertProblem(http.get(PROBE + "/nested/auditor/inner", OPERATOR), 403);
        assertThat(http.get(PROBE + "/nested/open/inner", OPERATOR).status()).isEqualTo(200);
    }

    // ---- the app's own servlets

    @Test
    void aServletsErrorIsA500AndItsRedirectNamesNoHost() {
        assertProblem(http.get(SERVLET + "/error"), 500);
        Answer redirect = http.get(SERVLET + "/redirect", "Host: evil.example.com");
        assertThat(redirect.status()).isEqualTo(302);
        assertThat(redirect.header("Location")).isEqualTo("/elsewhere");
        assertThat(redirect.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void aServletsWriterReachesTheCallerWholeHoweverItEnds() {
        Answer small = http.get(SERVLET + "/writer", "Accept-Encoding: gzip");
        assertThat(small.text()).isEqualTo("grüße");
        assertThat(small.header("Content-Length")).isEqualTo("7");
        assertThat(http.get(SERVLET + "/later").text()).isEqualTo("later");
    }

    @Test
    void traceIsRefused() {
        assertThat(http.send("TRACE", SERVLET + "/writer", null, OPERATOR).status())
                .isEqualTo(405);
    }

    // ---- problems

    @Test
    void nothingIsThereIsAProblemInTheApiAndOutside() {
        assertProblem(http.get(SHAPE.app() + "/nowhere"), 404);
        assertProblem(http.get("/nowhere"), 404);
        assertProblem(http.get(SHAPE.appContext() + "/nowhere.html"), 404);
    }

    @Test
    void aWrongMethodIsAProblemThatListsTheRightOnes() {
        Answer answer = http.send("DELETE", PROBE + "/public", null);
        assertProblem(answer, 405);
        assertThat(answer.header("Allow")).contains("GET");
    }

    @Test
    void wrongMediaTypesAreProblems() {
        assertProblem(
                http.send(
                        "POST",
                        PROBE + "/orders",
                        "<a/>".getBytes(StandardCharsets.UTF_8),
                        "Content-Type: application/xml"),
                415);
        assertProblem(http.get(PROBE + "/public", "Accept: application/xml"), 406);
    }

    @Test
    void aBugIsA500ThatTellsNothing() {
        Answer answer = http.get(PROBE + "/fail/bug");
        assertProblem(answer, 500);
        assertThat(answer.text()).doesNotContain("select", "io.appkernel", "Exception");
        assertProblem(http.get(PROBE + "/fail/error"), 500);
    }

    @Test
    void failuresOnPurposeKeepTheirStatusAndWords() {
        assertThat(assertProblem(http.get(PROBE + "/fail/conflict"), 409)
                        .get("detail")
                        .asText())
                .isEqualTo("Somebody changed it first.");
        assertProblem(http.get(PROBE + "/fail/unavailable"), 503);
        assertThat(assertProblem(http.get(PROBE + "/fail/missing"), 404)
                        .get("detail")
                        .asText())
                .isEqualTo("No such widget.");
        assertProblem(http.get(PROBE + "/fail/teapot"), 418);
        assertThat(http.get(PROBE + "/fail/own").json().get("own").asText()).isEqualTo("body");
    }

    // ---- JSON

    private static final String GOOD_ORDER = """
            {"customer_name":"Ada","unit_count":2,"contact_email":"a@example.com","placed_at":"2026-02-10T14:30:00Z",
             "unit_price":9.50,"note":"x","lines":[{"product_id":"p","quantity":9007199254740993}],"colour":"RED",
             "unknown":1}""";

    @Test
    void jsonIsSnakeCaseWithIsoInstantsAndUnknownFieldsAreIgnored() {
        JsonNode order = http.post(PROBE + "/orders", GOOD_ORDER).json();
        assertThat(order.get("customer_name").asText()).isEqualTo("Ada");
        assertThat(order.get("placed_at").asText()).isEqualTo("2026-02-10T14:30:00Z");
        assertThat(order.get("unit_price").decimalValue()).isEqualByComparingTo("9.50");
        assertThat(order.get("lines").get(0).get("quantity").asLong()).isEqualTo(9007199254740993L);
        assertThat(order.has("unknown")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "nonsense", "{\"customer_name\":}", GOOD_ORDER + " trailing", "{\"a\":1,\"a\":2}"})
    void malformedJsonIs400(String body) {
        assertProblem(http.post(PROBE + "/orders", body), 400);
    }

    @Test
    void jsonNestedTooDeeplyIs400() {
        assertProblem(http.post(PROBE + "/orders", "{\"unknown\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}"), 400);
    }

    @Test
    void aWrongTypeIs422WithTheFieldNamed() {
        assertFieldError(GOOD_ORDER.replace("\"unit_count\":2", "\"unit_count\":\"2\""), "unit_count");
        assertFieldError(GOOD_ORDER.replace("\"unit_count\":2", "\"unit_count\":1.5"), "unit_count");
        assertFieldError(GOOD_ORDER.replace("\"unit_count\":2", "\"unit_count\":99999999999"), "unit_count");
        assertFieldError(GOOD_ORDER.replace("\"unit_count\":2,", ""), "unit_count");
        assertFieldError(GOOD_ORDER.replace("2026-02-10T14:30:00Z", "yesterday"), "placed_at");
        assertFieldError(GOOD_ORDER.replace("\"RED\"", "\"GREEN\""), "colour");
        assertFieldError(GOOD_ORDER.replace("9007199254740993", "{}"), "lines[0].quantity");
        assertFieldError(GOOD_ORDER.replace("\"Ada\"", "7"), "customer_name");
    }

    @Test
    void beanValidationIs422WithTheFieldNamedAsOnTheWire() {
        assertFieldError(GOOD_ORDER.replace("\"Ada\"", "\" \""), "customer_name");
        assertFieldError(GOOD_ORDER.replace("\"unit_count\":2", "\"unit_count\":0"), "unit_count");
        assertFieldError(GOOD_ORDER.replace("a@example.com", "nobody"), "contact_email");
        assertFieldError(GOOD_ORDER.replace("\"product_id\":\"p\"", "\"product_id\":\"\""), "lines[0].product_id");
    }

    @Test
    void parametersOfTheWrongTypeAre422WithTheirName() {
        Answer answer = http.get(PROBE + "/page/1?page_size=many");
        assertThat(assertProblem(answer, 422).at("/errors/0/field").asText()).isEqualTo("page_size");
        Answer large = http.get(PROBE + "/page/1?page_size=101");
        assertThat(assertProblem(large, 422).at("/errors/0/field").asText()).isEqualTo("page_size");
        assertProblem(http.get(PROBE + "/page/one"), 404);
        assertThat(http.get(PROBE + "/page/3").json().get("page_size").asInt()).isEqualTo(20);
    }

    @Test
    void jsonThatAResourceHandlesAsTextStaysAsItIs() {
        Answer answer = http.post(PROBE + "/text", "{ \"already\" : 1.50 }");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{ \"already\" : 1.50 }");
    }

    // ---- bodies

    @Test
    void aBodyOverTheLimitIs413WhetherItsLengthIsToldOrNot() {
        int eleven = 11 * 1024 * 1024;
        assertProblem(
                http.send("POST", PROBE + "/upload", new byte[eleven], "Content-Type: application/octet-stream"), 413);
        assertProblem(http.chunked("POST", PROBE + "/upload", eleven, "Content-Type: application/octet-stream"), 413);
        assertProblem(http.chunked("POST", PROBE + "/orders", eleven, "Content-Type: application/json"), 413);
    }

    @Test
    void aBodyUnderTheLimitIsReadWhole() {
        int nine = 9 * 1024 * 1024;
        assertThat(http.chunked("POST", PROBE + "/upload", nine, "Content-Type: application/octet-stream")
                        .json()
                        .get("bytes")
                        .asInt())
                .isEqualTo(nine);
        assertThat(http.send("POST", PROBE + "/upload", new byte[nine], "Content-Type: application/octet-stream")
                        .status())
                .isEqualTo(200);
    }

    // ---- request id, headers

    @Test
    void aRequestIdIsMadeOrTakenAndEchoed() {
        String made = http.get(PROBE + "/public").header("X-Request-ID");
        assertThat(made).matches("[0-9a-f-]{36}");
        assertThat(http.get(PROBE + "/public", "X-Request-ID: abc-123").header("X-Request-ID"))
                .isEqualTo("abc-123");
        assertThat(http.get("/nowhere", "X-Request-ID: abc-9")
                        .json()
                        .get("request_id")
                        .asText())
                .isEqualTo("abc-9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\tSet-Cookie: x=1", "<script>", "ünïcode", "a;b", "${jndi:ldap://x}"})
    void aRequestIdThatIsNotHarmlessIsReplaced(String id) {
        Answer answer = http.get(PROBE + "/public", "X-Request-ID: " + id);
        assertThat(answer.status()).isIn(200, 400);
        assertThat(answer.header("Set-Cookie")).isNull();
        if (answer.status() == 200) {
            assertThat(answer.header("X-Request-ID")).matches("[0-9a-f-]{36}");
        }
        assertThat(http.get(PROBE + "/public", "X-Request-ID: " + "a".repeat(129))
                        .header("X-Request-ID"))
                .hasSize(36);
    }

    @Test
    void everyAnswerCarriesItsRunTimeAndSecurityHeaders() {
        for (String path : List.of(PROBE + "/public", PROBE + "/unmarked", "/nowhere", "/healthz")) {
            Answer answer = http.get(path);
            assertThat(answer.header("X-Runtime")).as(path).matches("\\d+\\.\\d");
            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(answer.header("X-Frame-Options")).as(path).isEqualTo("DENY");
            assertThat(answer.header("Referrer-Policy")).as(path).isNotNull();
            assertThat(answer.header("Content-Security-Policy")).as(path).contains("frame-ancestors 'none'");
            assertThat(answer.header("Cache-Control")).as(path).contains("no-store");
        }
    }

    // ---- Host and Origin

    @Test
    void aMalformedHostIs400() {
        // Not "host:port": Payara fails on a port that is no number before any filter runs.
        for (String host : List.of("a b", "<script>", "exa mple.com:80", "evil.com/path")) {
            Answer answer =
                    http.raw("GET " + PROBE + "/public HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
            assertThat(answer.status()).as(host).isEqualTo(400);
        }
    }

    @Test
    void anAllowedOriginMayReadWithCredentialsAndAnotherMayNot() {
        Answer allowed = http.get(PROBE + "/public", "Origin: https://app.example.com");
        assertThat(allowed.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example.com");
        assertThat(allowed.header("Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(allowed.header("Access-Control-Expose-Headers")).contains("X-Request-ID", "X-Runtime");
        assertThat(allowed.header("Vary")).contains("Origin");
        for (String origin : List.of("https://evil.example.com", "null", "https://app.example.com.evil.com", "x\"y")) {
            Answer other = http.get(PROBE + "/public", "Origin: " + origin);
            assertThat(other.header("Access-Control-Allow-Origin")).as(origin).isNull();
            assertThat(other.status()).as(origin).isIn(200, 400);
        }
    }

    @Test
    void refusalsCarryCorsHeadersSoThatThePageMayReadThem() {
        for (String path : List.of(PROBE + "/unmarked", SHAPE.app() + "/nowhere", PROBE + "/fail/bug")) {
            assertThat(http.get(path, "Origin: https://app.example.com").header("Access-Control-Allow-Origin"))
                    .as(path)
                    .isEqualTo("https://app.example.com");
        }
    }

    @Test
    void aPreflightIsAnsweredWithoutACredentialAndRefusedToStrangers() {
        Answer answer = http.send(
                "OPTIONS",
                PROBE + "/unmarked",
                null,
                "Origin: https://app.example.com",
                "Access-Control-Request-Method: PUT",
                "Access-Control-Request-Headers: authorization, x-custom");
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Access-Control-Allow-Methods")).contains("PUT");
        assertThat(answer.header("Access-Control-Allow-Headers")).contains("authorization", "x-custom");
        assertProblem(
                http.send(
                        "OPTIONS",
                        PROBE + "/unmarked",
                        null,
                        "Origin: https://evil.example.com",
                        "Access-Control-Request-Method: PUT"),
                403);
    }

    // ---- compression, streams and files

    @Test
    void largeTextIsCompressedForThoseWhoCanReadIt() {
        Answer plain = http.get(PROBE + "/large");
        assertThat(plain.header("Content-Encoding")).isNull();
        Answer zipped = http.get(PROBE + "/large", "Accept-Encoding: br, gzip;q=0.8");
        assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(zipped.header("Vary")).contains("Accept-Encoding");
        assertThat(zipped.gunzipped()).isEqualTo(plain.body());
        assertThat(http.get(PROBE + "/large", "Accept-Encoding: gzip;q=0").header("Content-Encoding"))
                .isNull();
        assertThat(http.get(PROBE + "/public", "Accept-Encoding: gzip").header("Content-Encoding"))
                .isNull();
    }

    @Test
    void asynchronousAnswersAndEventStreamsPassTheEdge() {
        Answer later = http.get(PROBE + "/async", "Accept-Encoding: gzip");
        assertThat(later.json().get("later").asBoolean()).isTrue();
        assertThat(later.header("X-Runtime")).isNotNull();
        Answer events = http.get(PROBE + "/events", "Accept-Encoding: gzip", "Accept: text/event-stream");
        assertThat(events.text()).contains("data: one", "data: two");
        assertThat(events.header("Content-Encoding")).isNull();
    }

    @Test
    void staticFilesAreCachedByWhatTheyAre() {
        String context = SHAPE.appContext() + "/probe";
        Answer page = http.get(context + "/index.html");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache, no-store, must-revalidate");
        assertThat(http.get(context + "/app.3f2a9c1b.js").header("Cache-Control"))
                .isEqualTo("public, max-age=31536000, immutable");
        assertThat(http.get(context + "/plain.txt").header("Cache-Control"))
                .isEqualTo("public, max-age=3600, must-revalidate");
        assertThat(http.get(context + "/missing.3f2a9c1b.js").header("Cache-Control"))
                .isEqualTo("no-store");
    }

    @Test
    void headAnswersAsGetWithoutABody() {
        Answer head = http.send("HEAD", PROBE + "/public", null);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Type")).startsWith("application/json");
        assertThat(head.body()).isEmpty();
    }

    // ---- health

    @Test
    void probesAnswerEverybodyAndTellDetailsOnlyToAdmins() {
        for (String path : List.of("/healthz", "/readyz")) {
            Answer anybody = http.get(path);
            assertThat(anybody.status()).as(path).isEqualTo(200);
            assertThat(anybody.json().get("status").asText()).isEqualTo("UP");
            assertThat(anybody.text()).doesNotContain("secret_detail", "free_bytes");
        }
        assertThat(names(http.get("/healthz").json())).contains("alive", "probe-war");
        assertThat(names(http.get("/readyz").json())).contains("kernel", "disk", "probe-ejb-jar");
        assertThat(http.get("/readyz", OPERATOR).text()).contains("only for admins", "free_bytes", "duration_ms");
        Answer refused = http.send("POST", "/readyz", new byte[0]);
        assertProblem(refused, 405);
        assertThat(refused.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    @Test
    void readinessFollowsTheAppsOwnCheckDownAndUp() {
        http.send("PUT", PROBE + "/health/false", new byte[0]);
        Answer down = Waiting.until(() -> http.get("/readyz"), answer -> answer.status() == 503);
        assertThat(down.json().get("status").asText()).isEqualTo("DOWN");
        assertThat(http.get("/healthz").status()).isEqualTo(200);
        http.send("PUT", PROBE + "/health/true", new byte[0]);
        assertThat(Waiting.until(() -> http.get("/readyz"), answer -> answer.status() == 200)
                        .json()
                        .get("status")
                        .asText())
                .isEqualTo("UP");
    }

    // ---- metrics

    @Test
    void metricsAreForTheOperator() {
        assertProblem(http.get("/metrics"), 401);
        Answer page = http.get("/metrics", OPERATOR);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/plain");
        assertThat(page.text()).contains("jvm_memory_used_bytes", "jvm_threads_live_threads", "process_uptime_seconds");
    }

    @Test
    void requestsAreCountedByTheTemplateOfTheirRouteAndStrangePathsAsOne() {
        http.get(PROBE + "/page/71");
        http.get(PROBE + "/page/72");
        for (int i = 0; i < 50; i++) {
            http.get(PROBE + "/page/1/strange-" + i);
        }
        String page = http.get("/metrics", OPERATOR).text();
        assertThat(page).contains("route=\"" + PROBE + "/page/{number}\"");
        assertThat(page).contains("route=\"unmatched\"");
        assertThat(page).doesNotContain("strange-", "page/71");
    }

    @Test
    void annotationsOfMicroProfileMetricsAreHonouredOnce() {
        double before = sample("probe_calls_total");
        http.get(PROBE + "/measured");
        http.get(PROBE + "/measured");
        assertThat(sample("probe_calls_total") - before).isEqualTo(2.0);
        assertThat(sample("probe_time_seconds_count")).isGreaterThanOrEqualTo(2.0);
    }

    private double sample(String name) {
        return http.get("/metrics", OPERATOR)
                .text()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    // ---- API docs

    @Test
    void theDocumentAndTheTableOfPromisedRoutesAgree() {
        assertThat(RouteTable.ofTheProject()
                        .disagreements(
                                http.get("/openapi").json(),
                                path -> path.startsWith("/app/")
                                        || path.startsWith("/api/v1/probe")
                                        || path.startsWith("/api/v1/widgets")))
                .isEmpty();
    }

    @Test
    void theDocumentDescribesTheAppsRoutesWithTheirLocksAndProblems() {
        JsonNode paths = http.get("/openapi").json().get("paths");
        JsonNode admin = paths.get(PROBE + "/admin").get("get");
        assertThat(admin.get("security").toString()).contains("bearerAuth");
        assertThat(texts(admin.get("x-required-roles"))).containsExactly("admin");
        assertThat(admin.get("responses").has("401")).isTrue();
        JsonNode orders = paths.get(PROBE + "/orders").get("post");
        assertThat(orders.has("security") && !orders.get("security").isEmpty()).isFalse();
        assertThat(orders.get("responses").has("422")).isTrue();
        assertThat(orders.get("requestBody").toString()).contains("application/json");
        assertThat(paths.has(PROBE + "/page/{number}")).isTrue();
        assertThat(paths.toString()).doesNotContain("kernel-probe", "wadl");
        assertThat(http.get("/openapi", "Accept: application/yaml").text()).startsWith("openapi:");
    }

    @Test
    void theDocsPageIsServedFromHere() {
        assertThat(http.get("/docs").status()).isIn(301, 302, 307, 308);
        Answer page = http.get("/docs/");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy")).contains("'self'");
        assertThat(page.text()).doesNotContain("http://", "https://").contains("swagger-ui");
    }

    // ---- shared

    private static List<String> names(JsonNode report) {
        List<String> names = new ArrayList<>();
        report.get("checks").forEach(check -> names.add(check.get("name").asText()));
        return names;
    }

    private void assertFieldError(String body, String field) {
        JsonNode problem = assertProblem(http.post(PROBE + "/orders", body), 422);
        assertThat(problem.at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(problem.at("/errors/0/message").asText()).isNotBlank();
    }

    private static JsonNode assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("type").asText()).isNotBlank();
        assertThat(problem.get("title").asText()).isNotBlank();
        assertThat(problem.get("detail").asText()).isNotBlank();
        assertThat(problem.get("instance").asText()).startsWith("/");
        assertThat(problem.get("request_id").asText()).isEqualTo(answer.header("X-Request-ID"));
        return problem;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
