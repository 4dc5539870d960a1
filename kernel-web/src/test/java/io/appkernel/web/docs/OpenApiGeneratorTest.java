package io.appkernel.web.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.appkernel.auth.Access;
import io.appkernel.edge.Route;
import io.appkernel.web.docs.CrudResource.OrdersResource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OpenApiGeneratorTest {
    private static final String ORDERS = "/api/v1/orders";
    private static final String WIDGETS = "/api/v1/widgets";

    private final JsonNode document = Samples.document(Samples.routes(new Access.Public(), WidgetsResource.class));

    @Test
    void theDocumentSaysWhatItDescribes() {
        assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(document.at("/info/title").asText()).isEqualTo("Widgets");
        assertThat(document.at("/info/version").asText()).isEqualTo("1.2.3");
        assertThat(document.at("/info/description").asText()).isEqualTo("Sells widgets.");
        assertThat(document.at("/servers/0/url").asText()).isEqualTo("/");
    }

    @Test
    void theSameRoutesGiveTheSameBytesWhateverTheirOrder() {
        List<Route> routes =
                new ArrayList<>(Samples.routes(new Access.Public(), WidgetsResource.class, OrdersResource.class));
        String one = Samples.document(routes).toString();
        Collections.reverse(routes);
        assertThat(Samples.document(routes).toString()).isEqualTo(one);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        for (JsonNode reference : document.findValues("$ref")) {
            String pointer = reference.asText().substring(1);
            assertThat(document.at(pointer).isMissingNode()).as(pointer).isFalse();
        }
    }

    @Test
    void operationIdsAreUnique() {
        List<String> ids = document.findValuesAsText("operationId");
        assertThat(ids).doesNotHaveDuplicates().contains("widgets_list", "widgets_create", "server_healthz");
    }

    @Test
    void overloadsOfOneNameAreCountedInTheOrderOfTheirPaths() {
        List<Route> twice = Samples.routes(new Access.Public(), OrdersResource.class).stream()
                .flatMap(route -> List.of(
                        route,
                        new Route(
                                route.verb(), "/app" + route.path(), route.resource(), route.handler(), route.access()))
                        .stream())
                .toList();
        JsonNode doubled = Samples.document(twice);
        assertThat(operation(doubled, ORDERS, "get").path("operationId").asText())
                .isEqualTo("orders_all");
        assertThat(operation(doubled, "/app" + ORDERS, "get")
                        .path("operationId")
                        .asText())
                .isEqualTo("orders_all_2");
    }

    @Test
    void namesForPeopleComeFromTheCodeUnlessItsAuthorSaysBetter() {
        assertThat(operation("/{id}/part", "put").path("summary").asText()).isEqualTo("Replace part");
        assertThat(operation("", "post").path("summary").asText()).isEqualTo("Make a widget");
        assertThat(operation("", "post").path("description").asText()).isEqualTo("It is for sale at once.");
        assertThat(operation("/{id}", "delete").path("deprecated").asBoolean()).isTrue();
        assertThat(operation("", "get").at("/tags/0").asText()).isEqualTo("Widgets");
        assertThat(document.at("/tags/1/description").asText()).isEqualTo("Things to sell.");
    }

    @Test
    void aHiddenRouteAndOneForNobodyAreLeftOut() {
        assertThat(path("/hidden").isMissingNode()).isTrue();
        JsonNode denied = Samples.document(Samples.routes(new Access.Nobody(), WidgetsResource.class));
        assertThat(denied.path("paths").path(WIDGETS).isMissingNode()).isTrue();
    }

    // ---- parameters

    @Test
    void aQueryParameterHasItsTypeDefaultAndConstraint() {
        JsonNode limit = parameter(operation("", "get"), "limit");
        assertThat(limit.path("in").asText()).isEqualTo("query");
        assertThat(limit.has("required")).isFalse();
        assertThat(limit.at("/schema/type").asText()).isEqualTo("integer");
        assertThat(limit.at("/schema/default").isInt()).isTrue();
        assertThat(limit.at("/schema/default").asInt()).isEqualTo(20);
        assertThat(limit.at("/schema/maximum").asInt()).isEqualTo(100);
    }

    @Test
    void parametersOfBeansAndOfTheResourceCountAndWhatTheRuntimeInjectsDoesNot() {
        JsonNode list = operation("", "get");
        List<String> names = list.path("parameters").findValuesAsText("name");
        assertThat(names).containsExactlyInAnyOrder("limit", "colour", "tag", "X-Shop", "session", "trace");
        assertThat(list.has("requestBody")).isFalse();
        assertThat(parameter(list, "colour").at("/schema/enum/1").asText()).isEqualTo("BLUE");
        assertThat(parameter(list, "colour").at("/schema/default").asText()).isEqualTo("RED");
        assertThat(parameter(list, "tag").at("/schema/items/type").asText()).isEqualTo("string");
        assertThat(parameter(list, "X-Shop").path("in").asText()).isEqualTo("header");
        assertThat(parameter(list, "X-Shop").path("required").asBoolean()).isTrue();
        assertThat(parameter(list, "session").path("in").asText()).isEqualTo("cookie");
    }

    @Test
    void aPathParameterIsRequiredKeepsItsExpressionAndIsThereEvenWhenNobodyTakesIt() {
        JsonNode id = parameter(operation("/{id}", "get"), "id");
        assertThat(id.path("required").asBoolean()).isTrue();
        assertThat(id.at("/schema/pattern").asText()).isEqualTo("[0-9]{2}");
        assertThat(parameter(operation("/{id}", "delete"), "id")
                        .at("/schema/format")
                        .asText())
                .isEqualTo("uuid");
        assertThat(parameter(operation("/{id}/part", "put"), "id").path("in").asText())
                .isEqualTo("path");
    }

    // ---- bodies

    @Test
    void aBodyHasTheNamesOfTheWireAndTheConstraintsOfItsClass() {
        JsonNode create = operation("", "post");
        assertThat(create.at("/requestBody/required").asBoolean()).isTrue();
        assertThat(create.at("/requestBody/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/NewWidget");
        JsonNode schema = schema("NewWidget");
        assertThat(schema.at("/properties/widget_name/maxLength").asInt()).isEqualTo(40);
        assertThat(schema.at("/properties/unit_count/minimum").asInt()).isEqualTo(1);
        assertThat(schema.at("/properties/owner_mail/format").asText()).isEqualTo("email");
        assertThat(schema.at("/properties/code/pattern").asText()).isEqualTo("[a-z]+");
        assertThat(schema.at("/properties/note/type").asText()).isEqualTo("string");
        assertThat(schema.at("/properties/parts/items/$ref").asText()).isEqualTo("#/components/schemas/Part");
        assertThat(schema.path("required")).extracting(JsonNode::asText).contains("widget_name", "unit_count");
        assertThat(schema.path("required")).extracting(JsonNode::asText).doesNotContain("code", "note");
    }

    @Test
    void aRecordKeepsTheOrderOfItsComponents() {
        assertThat(schema("NewWidget").path("properties").fieldNames())
                .toIterable()
                .startsWith("widget_name", "unit_count", "owner_mail");
    }

    @Test
    void aClassShowsWhatItShowsOnTheWireAndNoSecret() {
        assertThat(schema("Widget").path("properties").fieldNames())
                .toIterable()
                .containsExactly("called", "created_at", "id", "weight");
        assertThat(schema("Widget").at("/properties/created_at/format").asText())
                .isEqualTo("date-time");
    }

    @Test
    void genericPagesAreSchemasOfTheirOwn() {
        assertThat(success("", "get", "200")
                        .at("/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/PageWidget");
        assertThat(schema("PageWidget").at("/properties/items/items/$ref").asText())
                .isEqualTo("#/components/schemas/Widget");
    }

    @Test
    void twoClassesOfOneNameAreToldApart() {
        assertThat(schema("Part").path("properties").has("label")).isTrue();
        assertThat(schema("OtherPart").path("properties").has("spare")).isTrue();
        assertThat(success("/{id}/part", "put", "200")
                        .at("/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/OtherPart");
    }

    @Test
    void aFormIsAnObjectOfItsParts() {
        JsonNode form = operation("/picture", "post").at("/requestBody/content/multipart~1form-data/schema");
        assertThat(form.at("/properties/picture/contentMediaType").asText()).isEqualTo("application/octet-stream");
        assertThat(form.at("/properties/title/type").asText()).isEqualTo("string");
        assertThat(form.path("required")).extracting(JsonNode::asText).containsExactly("picture");
    }

    // ---- responses

    @Test
    void theReturnTypeSaysTheSuccessUnlessAnAnnotationDoes() {
        assertThat(success("/{id}", "get", "200")
                        .at("/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/Widget");
        assertThat(success("/{id}", "delete", "204").has("content")).isFalse();
        assertThat(success("/picture", "post", "2XX").isMissingNode()).isFalse();
        assertThat(success("/names", "get", "200")
                        .at("/content/text~1plain/schema/type")
                        .asText())
                .isEqualTo("string");
        assertThat(success("/picture", "get", "200").path("content").has("application/octet-stream"))
                .isTrue();
        assertThat(success("/events", "get", "200").path("content").has("text/event-stream"))
                .isTrue();
        assertThat(success("/names", "patch", "200")
                        .at("/content/application~1json/schema/items/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/Widget");
    }

    @Test
    void annotatedResponsesReplaceWhatTheReturnTypeWouldSay() {
        JsonNode responses = operation("", "post").path("responses");
        assertThat(responses.at("/201/description").asText()).isEqualTo("Made");
        assertThat(responses.at("/201/content/application~1json/schema/$ref").asText())
                .isEqualTo("#/components/schemas/Widget");
        assertThat(responses.at("/409/description").asText()).isEqualTo("There is one of that name");
        assertThat(responses.has("2XX")).isFalse();
    }

    @Test
    void problemsFollowFromWhatARouteTakesAndWhoMayCallIt() {
        assertThat(statuses(document, "/{id}", "get"))
                .contains("400", "404", "422")
                .doesNotContain("401", "413");
        assertThat(statuses(document, "/names", "patch"))
                .contains("400", "413", "415", "422")
                .doesNotContain("404");
        JsonNode open = Samples.document(Samples.routes(new Access.Public(), OrdersResource.class));
        assertThat(operation(open, ORDERS, "get").path("responses").fieldNames())
                .toIterable()
                .containsExactly("200", "default");
        JsonNode closed = Samples.document(Samples.routes(new Access.SignedIn(), OrdersResource.class));
        assertThat(operation(closed, ORDERS, "get").path("responses").fieldNames())
                .toIterable()
                .containsExactly("200", "401", "403", "default");
    }

    @Test
    void aProblemIsDescribedOnceWithTheFieldsOfTheWire() {
        JsonNode invalid =
                document.at("/components/responses/UnprocessableContent/content/application~1problem+json/schema");
        assertThat(invalid.path("$ref").asText()).isEqualTo("#/components/schemas/Problem");
        assertThat(schema("Problem").path("properties").fieldNames())
                .toIterable()
                .containsExactly("type", "title", "status", "detail", "instance", "request_id", "errors");
        assertThat(document.at("/components/responses/NotFound/content/application~1problem+json/example/status")
                        .asInt())
                .isEqualTo(404);
        assertThat(schema("FieldError").path("properties").fieldNames())
                .toIterable()
                .containsExactly("field", "message");
    }

    @Test
    void everySuccessCarriesTheHeadersOfTheEdge() {
        assertThat(document.at("/components/headers").fieldNames()).toIterable().contains("X-Request-ID", "X-Runtime");
        assertThat(success("", "get", "200").path("headers").fieldNames())
                .toIterable()
                .contains("X-Request-ID", "X-Runtime");
    }

    // ---- access

    @Test
    void aPublicRouteHasNoLock() {
        assertThat(operation("", "get").has("security")).isFalse();
    }

    @Test
    void aLockedRouteNeedsABearerAndSaysItsRoles() {
        JsonNode closed = Samples.document(
                Samples.routes(new Access.AnyRole(Set.of("operator", "admin")), WidgetsResource.class));
        JsonNode create = operation(closed, WIDGETS, "post");
        assertThat(create.at("/security/0").has("bearerAuth")).isTrue();
        assertThat(create.path("x-required-roles")).extracting(JsonNode::asText).containsExactly("admin", "operator");
        assertThat(create.path("description").asText())
                .isEqualTo("It is for sale at once.\n\nNeeds one of the roles admin, operator.");
        assertThat(closed.at("/components/securitySchemes/bearerAuth/scheme").asText())
                .isEqualTo("bearer");
    }

    @Test
    void theRootsOfTheServerAreThereWithTheirLocks() {
        Set<String> paths = new TreeSet<>();
        document.path("paths").fieldNames().forEachRemaining(paths::add);
        assertThat(paths).contains("/healthz", "/readyz", "/metrics", "/openapi", "/docs");
        assertThat(document.at("/paths/~1metrics/get/x-required-roles/0").asText())
                .isEqualTo("admin");
        assertThat(document.at("/paths/~1healthz/get/responses").fieldNames())
                .toIterable()
                .contains("200", "503");
    }

    @Test
    void annotationsAndTypesAreFoundThroughAGenericInterface() {
        JsonNode orders = Samples.document(Samples.routes(new Access.Public(), OrdersResource.class));
        assertThat(operation(orders, ORDERS, "get")
                        .at("/responses/200/content/application~1json/schema/items/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/Order");
        assertThat(operation(orders, ORDERS + "/{id}", "get")
                        .at("/responses/200/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/Order");
    }

    private JsonNode path(String below) {
        return document.path("paths").path(WIDGETS + below);
    }

    private JsonNode operation(String below, String verb) {
        return operation(document, WIDGETS + below, verb);
    }

    private static JsonNode operation(JsonNode document, String path, String verb) {
        return document.path("paths").path(path).path(verb);
    }

    private JsonNode success(String below, String verb, String status) {
        return operation(below, verb).path("responses").path(status);
    }

    private JsonNode schema(String name) {
        return document.path("components").path("schemas").path(name);
    }

    private static Set<String> statuses(JsonNode document, String below, String verb) {
        Set<String> statuses = new HashSet<>();
        operation(document, WIDGETS + below, verb)
                .path("responses")
                .fieldNames()
                .forEachRemaining(statuses::add);
        return statuses;
    }

    private static JsonNode parameter(JsonNode operation, String name) {
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("name").asText().equals(name)) {
                return parameter;
            }
        }
        throw new AssertionError("No parameter " + name + " in " + operation);
    }
}
