package io.appkernel.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the rules look at: the kernel, or a small house built to break one of them. */
record House(String root, JavaClasses classes, List<Source> sources) {

    /** Main classes of kernel-ejb and kernel-web, and the sources of every module. */
    static House kernel() throws IOException {
        Path top = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(top.resolve(".mvn"))) {
            top = top.getParent();
        }
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.appkernel");
        return new House("io.appkernel", classes, Source.below(top));
    }

    /** The houses below {@code planted}, by name. */
    static Map<String, House> planted() throws IOException {
        JavaClasses classes = new ClassFileImporter().importPackages("planted");
        Map<String, House> houses = new HashMap<>();
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(Path.of("src/test/java/planted"))) {
            for (Path directory : directories) {
                String name = directory.getFileName().toString();
                String root = "planted." + name;
                JavaClasses own = classes.that(resideInAPackage(root + ".."));
                houses.put(name, new House(root, own, Source.below(directory)));
            }
        }
        return houses;
    }

    House with(List<Source> others) {
        return new House(root, classes, others);
    }

    String in(String feature) {
        return root + "." + feature + "..";
    }

    /** Every package that holds a class, the root's own left out. */
    List<JavaPackage> features() {
        return classes.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(candidate -> candidate.getName().startsWith(root + "."))
                .toList();
    }

    String nameOf(JavaPackage feature) {
        return feature.getName().substring(root.length() + 1);
    }

    /** The feature a class belongs to: its package below the root. */
    Optional<String> featureOf(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        return name.startsWith(root + ".") ? Optional.of(name.substring(root.length() + 1)) : Optional.empty();
    }

    Stream<JavaClass> topLevel() {
        return classes.stream().filter(type -> type.isTopLevelClass() && !isPackageInfo(type));
    }

    static boolean isPackageInfo(JavaClass type) {
        return type.getSimpleName().equals("package-info");
    }
}
