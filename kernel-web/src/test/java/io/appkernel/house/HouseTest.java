package io.appkernel.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rules of the house, held against the kernel; and each held against a small house planted to break it, for a rule
 * that catches nothing is worse than none.
 */
class HouseTest {
    private static final Map<String, Rule> RULES = rules();

    private static final List<Planted> PLANTED = List.of(
            new Planted("features form no cycle", "cycle", "Cycle detected: Slice health"),
            new Planted("every feature has its place in the order", "homeless", "weather has no place in Layers.ORDER"),
            new Planted("every feature declares its uses", "undeclared", "health lacks @Uses({\"metrics\"})"),
            new Planted("what is used is declared", "undeclared", "health uses metrics and does not say so"),
            new Planted("what is declared is used", "idle", "health does not use metrics"),
            new Planted("uses run downward", "upward", "metrics may not use jobs"),
            new Planted("uses run downward", "upward", "web.one may not use web.two"),
            new Planted("only edge, rest and web know JAX-RS", "rest", "planted.rest.jobs.Handler"),
            new Planted("only auth, edge, net and web know servlets", "servlets", "planted.servlets.jobs.Page"),
            new Planted("only settings knows MicroProfile Config", "config", "planted.config.jobs.Options"),
            new Planted("only settings reads the process environment", "environment", "java.lang.System.getenv"),
            new Planted("only settings reads the process environment", "environment", "java.lang.System.getProperty"),
            new Planted("logging goes through SLF4J", "jul", "planted.jul.jobs.Worker"),
            new Planted("time is injected as a Clock or an InstantSource", "wallclock", "java.time.Instant.now()"),
            new Planted("time is injected as a Clock or an InstantSource", "wallclock", "Clock.systemUTC()"),
            new Planted("a bean's scope is one that every server's scan sees", "unseen", "planted.unseen.jobs.Unseen"),
            new Planted("nothing prints", "prints", "java.lang.System.out"),
            new Planted("nothing prints", "prints", "printStackTrace()"),
            new Planted("the kernel knows no app", "app", "planted.app.widgets.Widget"),
            new Planted("static fields are final", "statics", "Counter.count changes"),
            new Planted("static fields hold nothing that changes", "statics", "Counter.TOTAL holds a AtomicInteger"),
            new Planted("static fields hold nothing that changes", "statics", "Counter.CALLER holds a ThreadLocal"),
            new Planted("static fields hold nothing that changes", "statics", "Counter.CODES holds a int[]"),
            new Planted("static fields hold nothing that changes", "statics", "java.util.ArrayList.<init>()"),
            new Planted("a feature is one flat package", "nested", "planted.nested.jobs.redis.Store stands outside"),
            new Planted("a feature is one flat package", "nested", "planted.nested.Stray stands outside"),
            new Planted("every package is @NullMarked", "nulls", "planted.nulls.jobs lacks a package-info.java"),
            new Planted("a feature has at most 25 types", "crowd", "planted.crowd.jobs has 26 types"),
            new Planted("names say something", "names", "JobUtils does not say"),
            new Planted("names say something", "names", "JobManager does not say"),
            new Planted("names say something", "names", "JobV2 does not say"),
            new Planted("names say something", "names", "CommonJob does not say"),
            new Planted("names say something", "names", "planted.names.util does not say"),
            new Planted(
                    "in web only what a container calls is public", "openweb", "web.jobs.Paging need not be public"),
            new Planted("the implementations of a feature's interface are its own", "opened", "others see it as Store"),
            new Planted("nothing sleeps, tests neither", "sleeps", "Napper.java sleeps"),
            new Planted("nothing sleeps, tests neither", "sleeps", "NapperTest.java sleeps"),
            new Planted("public types carry their contract", "mute", "Mute.java is public without Javadoc"));

    private static House kernel;
    private static Map<String, House> planted;

    @BeforeAll
    static void lookAtTheHouses() throws IOException {
        planted = House.planted();
        kernel = House.kernel();
        assertThat(kernel.features()).as("features found").hasSizeGreaterThan(5);
        assertThat(kernel.sources()).as("sources found").hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("ruleNames")
    void theKernelKeepsTheRule(String rule) {
        assertThat(String.join("\n", RULES.get(rule).broken(kernel))).as(rule).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("PLANTED")
    void aPlantedViolationIsCaught(Planted violation) {
        House house = planted.get(violation.house());

        assertThat(String.join("\n", RULES.get(violation.rule()).broken(house)))
                .as(violation.rule())
                .contains(violation.message());
    }

    @Test
    void aFileThatIsTooLongIsCaught() {
        Source tooLong = new Source(Path.of("Long.java"), Collections.nCopies(401, ""));

        assertThat(RULES.get("a file has at most 400 lines").broken(kernel.with(List.of(tooLong))))
                .containsExactly("Long.java has 401 lines: split it");
    }

    @Test
    void everyRuleHasAPlantedViolation() {
        Set<String> proven = PLANTED.stream().map(Planted::rule).collect(Collectors.toSet());
        proven.add("a file has at most 400 lines");

        assertThat(proven).isEqualTo(RULES.keySet());
    }

    static Set<String> ruleNames() {
        return RULES.keySet();
    }

    private static Map<String, Rule> rules() {
        Map<String, Rule> all = new TreeMap<>(Layers.rules());
        all.putAll(CodeRules.rules());
        all.putAll(ShapeRules.rules());
        all.putAll(StaticRules.rules());
        all.putAll(TextRules.rules());
        return all;
    }

    /** A house built to break a rule, and what the rule says about it. */
    record Planted(String rule, String house, String message) {}
}
