package io.appkernel.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.appkernel.Uses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** How packages and types are cut, named and opened. */
final class ShapeRules {
    private static final int TYPES_PER_FEATURE = 25;

    /** Features that are larger for now; a number here may fall, not rise. */
    private static final Map<String, Integer> LARGER =
            Map.of("io.appkernel.edge", 37, "io.appkernel.log", 29, "io.appkernel.settings", 30);

    private static final Predicate<String> EMPTY_NAME =
            Pattern.compile(".*(Utils?|Helpers?|Manager|Impl|V\\d+)|.*Common.*").asMatchPredicate();
    private static final Predicate<String> EMPTY_PACKAGE =
            Pattern.compile("(.*\\.)?(utils?|helpers?|commons?|impl|misc)").asMatchPredicate();

    /** A class with such fields is made by the container, which wants it public. */
    private static final String QUERY = "jakarta.ws.rs.QueryParam";

    /** What a container calls, or reads and writes as JSON. */
    private static final Set<String> PUBLIC_IN_WEB = Set.of(
            "jakarta.servlet.Servlet",
            "jakarta.servlet.ServletContainerInitializer",
            "jakarta.ws.rs.core.Application",
            "jakarta.ws.rs.core.Feature",
            "java.lang.Enum",
            "java.lang.Record");

    private ShapeRules() {}

    static Map<String, Rule> rules() {
        return Map.of(
                "a feature is one flat package",
                ShapeRules::notFlat,
                "every package is @NullMarked",
                ShapeRules::notNullMarked,
                "a feature has at most " + TYPES_PER_FEATURE + " types",
                ShapeRules::crowded,
                "names say something",
                ShapeRules::emptyNames,
                "in web only what a container calls is public",
                ShapeRules::openedInWeb,
                "the implementations of a feature's interface are its own",
                ShapeRules::openedImplementations);
    }

    private static List<String> notFlat(House house) {
        return house.topLevel()
                .filter(type -> !type.isEquivalentTo(Uses.class))
                .filter(type -> !house.featureOf(type)
                        .orElse("no.feature")
                        .replaceFirst("^web\\.", "")
                        .matches("\\w+"))
                .map(type -> type.getName() + " stands outside of the features: move it into a package right below "
                        + house.root() + " or " + house.root() + ".web")
                .toList();
    }

    private static List<String> notNullMarked(House house) {
        return house.topLevel()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(feature -> !feature.isAnnotatedWith(NullMarked.class))
                .map(feature -> feature.getName() + " lacks a package-info.java with @NullMarked")
                .toList();
    }

    private static List<String> crowded(House house) {
        return house
                .topLevel()
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(feature -> feature.getValue() > LARGER.getOrDefault(feature.getKey(), TYPES_PER_FEATURE))
                .map(feature -> feature.getKey() + " has " + feature.getValue() + " types: split the feature")
                .toList();
    }

    private static List<String> emptyNames(House house) {
        Stream<String> types = house.classes().stream()
                .filter(type -> EMPTY_NAME.test(type.getSimpleName()))
                .map(JavaClass::getName);
        Stream<String> packages =
                house.topLevel().map(JavaClass::getPackageName).distinct().filter(EMPTY_PACKAGE);
        return Stream.concat(types, packages)
                .map(name -> name + " does not say what it is: name it after what it does or holds")
                .toList();
    }

    private static List<String> openedInWeb(House house) {
        return house.topLevel()
                .filter(type -> type.getPackageName().startsWith(house.root() + ".web"))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !type.isAnnotatedWith("jakarta.ws.rs.Path"))
                .filter(type -> PUBLIC_IN_WEB.stream().noneMatch(type::isAssignableTo))
                .filter(type -> type.getFields().stream().noneMatch(field -> field.isAnnotatedWith(QUERY)))
                .map(type -> type.getName() + " need not be public: it is no resource, servlet or wire type")
                .toList();
    }

    private static List<String> openedImplementations(House house) {
        return house.topLevel()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !type.isInterface() && !type.isRecord() && !type.isEnum())
                .flatMap(type -> type.getAllRawInterfaces().stream()
                        .filter(own -> own.getPackage().equals(type.getPackage()))
                        .map(own -> type.getName() + " need not be public: others see it as " + own.getSimpleName()))
                .toList();
    }
}
