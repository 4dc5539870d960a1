package io.appkernel.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.appkernel.harness.Client.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Entities of an app, in its EJB jar and its WAR, through the stores, plain JPA and bulk statements. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
abstract class EntityContract {
    static final Shape SHAPE = Shape.current();

    private static final String SHOP = SHAPE.app() + "/shop";
    private static final String DB = "/api/v1/admin/db";
    private static final String OPERATOR = "Authorization: Bearer " + System.getenv("KERNEL_OPERATOR_TOKEN");

    private static final String JSON = "Content-Type: application/json";

    private final Client http = new Client(SHAPE.root());

    private static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode make(String json, String... headers) {
        return ok(http.post(SHOP, json, headers));
    }

    private JsonNode history(JsonNode gadget) {
        return ok(http.get(SHOP + "/" + gadget.get("id").asText() + "/history"));
    }

    private static String newName() {
        return "n" + UUID.randomUUID();
    }

    @Test
    void aPlainClassIsATableThatKeepsWhatIsPutIntoIt() {
        JsonNode made = make("""
                {"name":"Zahnrad ⚙","price":3,"weight":12.50,"colour":"BLUE","sold_at":"2026-02-10T14:30:00.123456Z",
                 "tags":["a","b'\\"; drop"],"parts":{"teeth":12}}""");
        JsonNode read = ok(http.get(SHOP + "/" + made.get("id").asText()));
        assertThat(read.get("name").asText()).isEqualTo("Zahnrad ⚙");
        assertThat(read.get("weight").decimalValue()).isEqualByComparingTo("12.50");
        assertThat(read.get("colour").asText()).isEqualTo("BLUE");
        assertThat(read.get("sold_at").asText()).isEqualTo("2026-02-10T14:30:00.123456Z");
        assertThat(read.at("/tags/1").asText()).isEqualTo("b'\"; drop");
        assertThat(read.at("/parts/teeth").asInt()).isEqualTo(12);
        assertThat(read.get("version").asLong()).isEqualTo(1);
        assertThat(read.get("created_at").asText()).endsWith("Z");
    }

    @Test
    void everyVersionKnowsWhoMadeItAndInWhichRequest() {
        JsonNode made = make("{\"name\":\"Gear\",\"price\":1}", "X-Request-ID: make-it");
        String path = SHOP + "/" + made.get("id").asText();
        ok(http.send("PUT", path + "?expected=1", bytes("{\"price\":2}"), JSON, OPERATOR, "X-Request-ID: change-it"));

        JsonNode versions = history(made);
        assertThat(versions).hasSize(2);
        assertThat(versions.at("/0/number").asLong()).isEqualTo(2);
        assertThat(versions.at("/0/operation").asText()).isEqualTo("UPDATE");
        assertThat(versions.at("/0/by").asText()).isEqualTo("operator");
        assertThat(versions.at("/0/request_id").asText()).isEqualTo("change-it");
        assertThat(versions.at("/0/price").asInt()).isEqualTo(2);
        assertThat(versions.at("/1/request_id").asText()).isEqualTo("make-it");
        assertThat(versions.at("/1/by").isNull()).isTrue();
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void theSecondOfTwoUpdatesOfOneVersionIsAConflict() {
        String path = SHOP + "/" + make("{\"name\":\"Gear\"}").get("id").asText();
        ok(http.send("PUT", path + "?expected=1", bytes("{\"price\":2}"), JSON));
        Answer lost = http.send("PUT", path + "?expected=1", bytes("{\"price\":3}"), JSON);
        assertThat(lost.status()).isEqualTo(409);
        assertThat(ok(http.get(path)).get("price").asInt()).isEqualTo(2);
    }

    @Test
    void oneTransactionCoversTheStoreJpaAndAnEjb() {
        String name = newName();
        assertThat(ok(http.post(SHOP + "/three/" + name, "")).asInt()).isEqualTo(3);
        JsonNode made = found(name);
        assertThat(StreamSupport.stream(made.spliterator(), false))
                .allSatisfy(gadget -> assertThat(history(gadget)).hasSize(1));

        String undone = newName();
        assertThat(ok(http.post(SHOP + "/three/" + undone + "?fail=true", "")).asInt())
                .isZero();
    }

    private JsonNode found(String name) {
        return ok(http.get(SHOP + "?where=" + encoded("name = ?") + "&value=" + encoded(name)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void plainJpaAndBulkStatementsLeaveHistoryToo() {
        String name = newName();
        JsonNode made = make("{\"name\":\"" + name + "\",\"price\":1}");
        String path = SHOP + "/" + made.get("id").asText();
        assertThat(http.post(path + "/reprice/7", "").status()).isEqualTo(204);
        assertThat(ok(http.post(SHOP + "/bulk/" + name + "/8", "")).asInt()).isEqualTo(1);
        JsonNode versions = history(made);
        assertThat(versions).hasSize(3);
        assertThat(versions.at("/0/price").asInt()).isEqualTo(8);
        assertThat(versions.at("/1/price").asInt()).isEqualTo(7);
        assertThat(ok(http.get(path)).get("version").asLong()).isEqualTo(3);

        assertThat(ok(http.send("DELETE", SHOP + "/bulk/" + name, new byte[0])).asInt())
                .isEqualTo(1);
        assertThat(http.get(path).status()).isEqualTo(404);
        assertThat(history(made).at("/0/operation").asText()).isEqualTo("DELETE");
    }

    @Test
    void aNativeUpdateOfAnEntitysTableIsRefused() {
        assertThat(http.post(SHOP + "/native", "").status()).isGreaterThanOrEqualTo(400);
    }

    @Test
    void sqlIsNoConditionAndTheMessageSaysWhatIs() {
        Answer answer =
                http.get(SHOP + "?where=" + encoded("1=1; drop table probe_gadgets") + "&value=" + encoded("x"));
        assertThat(answer.status()).as(answer.text()).isBetween(400, 422);
        Answer unknown = http.get(SHOP + "?where=" + encoded("pricee = ?") + "&value=3");
        assertThat(unknown.status()).isBetween(400, 422);
        assertThat(unknown.text()).contains("price", "name").doesNotContain("SELECT");
    }

    @Test
    void whatTheDatabaseRefusesIsTheCallersMistake() {
        assertThat(http.post(SHOP, "{\"price\":1}").status()).isBetween(400, 422);
        assertThat(http.post(SHOP, "{\"name\":\"Gear\",\"price\":-1}").status()).isBetween(400, 422);
        assertThat(http.post(SHOP, "{\"name\":\"Gear\",\"price\":\"dear\"}").status())
                .isBetween(400, 422);
        assertThat(http.post(SHOP, "{\"name\":\"Gear\",\"prise\":1}").text()).contains("prise");
    }

    @Test
    void aBrokenConstraintIsToldWithItsField() {
        String gadget = make("{\"name\":\"Gear\"}").get("id").asText();
        assertUnmeasured(http.post(SHOP, "{\"name\":\"Gear\",\"measured_by\":\"\"}"));
        assertUnmeasured(http.send("PUT", SHOP + "/" + gadget + "?expected=1", bytes("{\"measured_by\":\"\"}"), JSON));
        for (String way : List.of("flush", "commit", "ejb", "db")) {
            assertUnmeasured(http.post(SHOP + "/" + gadget + "/measure/" + way + "?by=", ""));
        }
        JsonNode kept = ok(http.get(SHOP + "/" + gadget));
        assertThat(kept.get("measured_by").asText()).isEqualTo("piece");
        assertThat(kept.get("version").asLong()).isEqualTo(1);
    }

    private static void assertUnmeasured(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("measured_by");
        assertThat(answer.json().at("/errors/0/message").asText()).isEqualTo("must be named, not \"\"");
    }

    @Test
    void whatPlainJpaMeetsIsAConflictWithoutSql() {
        String code = newName();
        assertThat(http.post(SHOP + "/plain/" + code, "").status()).isEqualTo(204);
        Answer twice = http.post(SHOP + "/plain/" + code, "");
        assertThat(twice.status()).as(twice.text()).isEqualTo(409);
        assertThat(twice.text()).contains("code").doesNotContain("INSERT", "Exception");

        String gadget = make("{\"name\":\"Gear\"}").get("id").asText();
        Answer stale = http.post(SHOP + "/" + gadget + "/stale", "");
        assertThat(stale.status()).as(stale.text()).isEqualTo(409);
        assertThat(ok(http.get(SHOP + "/" + gadget)).get("version").asLong()).isEqualTo(2);
    }

    @Test
    void anUpsertMatchesByItsField() {
        String code = newName();
        JsonNode first = ok(http.post(SHOP + "/upsert", "{\"code\":\"" + code + "\",\"name\":\"a\"}"));
        JsonNode second = ok(http.post(SHOP + "/upsert", "{\"code\":\"" + code + "\",\"name\":\"b\"}"));
        assertThat(second.get("id")).isEqualTo(first.get("id"));
        assertThat(second.get("name").asText()).isEqualTo("b");
    }

    @Test
    void softDeletionHides() {
        String path = SHOP + "/" + make("{\"name\":\"Gear\"}").get("id").asText();
        assertThat(ok(http.send("DELETE", path, new byte[0])).asBoolean()).isTrue();
        assertThat(http.get(path).status()).isEqualTo(404);
    }

    @Test
    void anEntityOfTheWarRefersToOneOfTheEjbJar() {
        JsonNode shelf = ok(http.post(SHOP + "/shelf/top", ""));
        assertThat(shelf.get("gadget").asText()).isEqualTo("top");
    }

    @Test
    void theSeedIsThereOnce() {
        JsonNode seeded = ok(http.get(SHOP + "?where=" + encoded("code = ?") + "&value=first"));
        assertThat(seeded).hasSize(1);
        assertThat(seeded.at("/0/name").asText()).isEqualTo("The first gadget");
    }

    @Test
    void anAdminSeesWhatBecameOfTheSchema() {
        assertThat(http.get(DB + "/migrations").status()).isEqualTo(401);
        JsonNode migrations = ok(http.get(DB + "/migrations", OPERATOR));
        assertThat(migrations.get("total").asInt()).isPositive();
        String hash = migrations.at("/items/0/hash").asText();
        assertThat(ok(http.get(DB + "/migrations/" + hash, OPERATOR)).get("operations"))
                .isNotEmpty();
        assertThat(http.get(DB + "/migrations/nowhere", OPERATOR).status()).isEqualTo(404);
        ok(http.get(DB + "/schema/orphans", OPERATOR));
        ok(http.get(DB + "/plan", OPERATOR));
        ok(http.post(DB + "/backfill", "{}", OPERATOR));
    }
}
