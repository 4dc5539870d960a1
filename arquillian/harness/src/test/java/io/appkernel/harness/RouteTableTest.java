package io.appkernel.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteTableTest {
    private static final String HEADING = "method\tpath\twho\tcontract_section";
    private static final String HEALTH = "GET\t/healthz\tpublic\t15";
    private static final String ME = "GET\t/api/v1/auth/me\tuser\t7";
    private static final String FLAG = "GET\t/api/v1/flags/{name}\tadmin [+]\t17";

    private final ObjectNode document = new ObjectMapper().createObjectNode();

    @Test
    void whatIsBuiltAndPromisedAgrees() {
        serve("/healthz", "get", "public");
        serve("/api/v1/auth/me", "get", "user");
        serve("/api/v1/flags/{flag_name}", "get", "admin");
        assertThat(compare(table(HEALTH, ME, FLAG))).isEmpty();
    }

    @Test
    void aPromiseThatIsNotKeptIsNamedUnlessItIsListedAsNotBuilt() {
        assertThat(compare(table(ME))).containsExactly("GET /api/v1/auth/me is promised and not in the document");
        assertThat(compare(new RouteTable(List.of(HEADING, ME), List.of(HEADING, ME))))
                .isEmpty();
    }

    @Test
    void aRouteThatMustBeSetUpFirstMayBeMissingAndHasItsLock() {
        String callback = "GET\t/api/v1/auth/oauth/{provider}\tpublic, when configured\t7";
        assertThat(compare(table(callback))).isEmpty();
        serve("/api/v1/auth/oauth/{provider}", "get", "user");
        assertThat(compare(table(callback)))
                .containsExactly("GET /api/v1/auth/oauth/{} is for user and should be for: public, when configured");
    }

    @Test
    void aRouteThatIsBuiltMustLeaveTheListOfThoseThatAreNot() {
        serve("/api/v1/auth/me", "get", "user");
        assertThat(compare(new RouteTable(List.of(HEADING, ME), List.of(HEADING, ME))))
                .containsExactly("GET /api/v1/auth/me is built: take it off routes-not-built.tsv");
    }

    @Test
    void aListedRouteThatNobodyPromisedIsNamed() {
        assertThat(compare(new RouteTable(List.of(HEADING), List.of(HEADING, ME))))
                .containsExactly("GET /api/v1/auth/me is not in routes.tsv: take it off routes-not-built.tsv");
    }

    @Test
    void aRouteThatTheTableDoesNotKnowIsNamedUnlessItIsTheApps() {
        serve("/api/v1/secret", "post", "public");
        serve("/api/v1/widgets", "get", "public");
        assertThat(compare(table())).containsExactly("POST /api/v1/secret is in the document and not in routes.tsv");
    }

    @Test
    void aLockOtherThanThePromisedOneIsNamed() {
        serve("/api/v1/auth/me", "get", "public");
        serve("/api/v1/flags/{name}", "get", "user");
        assertThat(compare(table(ME, FLAG)))
                .containsExactly(
                        "GET /api/v1/auth/me is for public and should be for: user",
                        "GET /api/v1/flags/{} is for user and should be for: admin [+]");
    }

    @Test
    void theWordsOfTheTableMeanALock() {
        serve("/open", "get", "public");
        serve("/either", "post", "public");
        serve("/signed-in", "get", "user");
        serve("/closed", "get", "admin");
        assertThat(compare(table(
                        "GET\t/open\tpublic outside prod, admin in prod\t1",
                        "POST\t/either\tuser, or by refresh_token [+]\t7",
                        "GET\t/signed-in\tworkspace member\t8",
                        "GET\t/closed\tadmin, when configured\t17")))
                .isEmpty();
    }

    @Test
    void theProjectsTablesCanBeReadAndNothingIsListedThatIsNotPromised() {
        assertThat(RouteTable.ofTheProject().disagreements(document, path -> false))
                .contains("GET /healthz is promised and not in the document")
                .noneMatch(sentence -> sentence.contains("not in routes.tsv"));
    }

    @Test
    void whatIsBuiltIsListedWithWhoMayCall() {
        List<RouteTable.Built> built = new RouteTable(List.of(HEADING, HEALTH, ME, FLAG), List.of(HEADING, ME)).built();
        assertThat(built).extracting(RouteTable.Built::example).containsExactly("/api/v1/flags/none", "/healthz");
        assertThat(built).extracting(RouteTable.Built::isForAdmins).containsExactly(true, false);
        assertThat(built).extracting(RouteTable.Built::isPublic).containsExactly(false, true);
    }

    private List<String> compare(RouteTable table) {
        return table.disagreements(document, path -> path.startsWith("/api/v1/widgets"));
    }

    private static RouteTable table(String... rows) {
        List<String> lines = new java.util.ArrayList<>(List.of(rows));
        lines.add(0, HEADING);
        return new RouteTable(lines, List.of(HEADING));
    }

    private void serve(String path, String verb, String who) {
        ObjectNode operation =
                document.withObjectProperty("paths").withObjectProperty(path).putObject(verb);
        if (!who.equals("public")) {
            operation.putArray("security").addObject().putArray("bearerAuth");
        }
        if (who.equals("admin")) {
            operation.putArray("x-required-roles").add("admin");
        }
    }
}
