package io.appkernel.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What code may touch, and where. */
final class CodeRules {
    private CodeRules() {}

    static Map<String, Rule> rules() {
        return Map.ofEntries(
                Map.entry("only edge, rest and web know JAX-RS", only("jakarta.ws.rs..", "edge", "rest", "web")),
                Map.entry(
                        "only auth, edge, net and web know servlets",
                        only("jakarta.servlet..", "auth", "edge", "net", "web")),
                Map.entry(
                        "only settings knows MicroProfile Config",
                        only("org.eclipse.microprofile.config..", "settings")),
                Map.entry(
                        "only settings reads the process environment",
                        noAccess("java\\.lang\\.System\\.(getenv|getProperty|getProperties)\\(.*", "settings")),
                Map.entry("logging goes through SLF4J", only("java.util.logging..", "log")),
                Map.entry(
                        "time is injected as a Clock or an InstantSource",
                        noAccess(
                                "java\\.time\\.\\w+\\.now\\((java\\.time\\.ZoneId)?\\)"
                                        + "|java\\.time\\.(Clock|InstantSource)\\.system\\w*\\(.*"
                                        + "|java\\.lang\\.System\\.currentTimeMillis\\(\\)"
                                        + "|java\\.util\\.Date\\.<init>\\(\\)",
                                "time",
                                "log")),
                Map.entry(
                        "nothing prints",
                        Rule.arch(house -> noClasses()
                                .that()
                                .resideOutsideOfPackage(house.in("log"))
                                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS))),
                // The scan finds classes by their scope, and this one does not count: WildFly passes over them in
                // silence.
                Map.entry(
                        "a bean's scope is one that every server's scan sees",
                        Rule.arch(house -> noClasses().should().beAnnotatedWith("jakarta.inject.Singleton"))),
                Map.entry(
                        "the kernel knows no app",
                        Rule.arch(house ->
                                noClasses().should().dependOnClassesThat().resideInAPackage(house.in("widgets")))));
    }

    private static Rule only(String packages, String... features) {
        return Rule.arch(house -> noClasses()
                .that()
                .resideOutsideOfPackages(in(house, features))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(packages));
    }

    private static Rule noAccess(String target, String... exemptFeatures) {
        Predicate<String> matches = Pattern.compile(target).asMatchPredicate();
        return Rule.arch(house -> noClasses()
                .that()
                .resideOutsideOfPackages(in(house, exemptFeatures))
                .should()
                .accessTargetWhere(describe(
                        target, access -> matches.test(access.getTarget().getFullName()))));
    }

    private static String[] in(House house, String... features) {
        return Stream.of(features).map(house::in).toArray(String[]::new);
    }
}
