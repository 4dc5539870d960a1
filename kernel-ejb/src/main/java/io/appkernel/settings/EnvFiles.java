package io.appkernel.settings;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The {@code .env} files of this process: of the grandparent, the parent and the own directory, in each {@code .env} and
 * {@code .env.{ENV}}. What the latter sets, the former of its directory no longer does, so that both can rank alike.
 * Reading them again costs six look-ups of a file and changes nothing.
 */
record EnvFiles(List<EnvFile> files, List<String> problems) {
    private static final List<String> DIRECTORY = List.of("kernel.env-dir", "KERNEL_ENV_DIR");
    private static final List<String> ENVIRONMENT =
            List.of("kernel.environment", "KERNEL_ENVIRONMENT", "APP_ENV", "ENV");

    static EnvFiles ofThisProcess() {
        return of(systemProperties(), System.getenv(), Path.of(""));
    }

    static EnvFiles of(Map<String, String> system, Map<String, String> environment, Path workingDirectory) {
        String named = first(DIRECTORY, List.of(system, environment)).orElse("");
        try {
            Path own = workingDirectory.resolve(named);
            return named.isEmpty() || Files.isDirectory(own) ? of(system, environment, ancestry(own)) : noDirectory();
        } catch (InvalidPathException e) {
            return noDirectory();
        }
    }

    private static EnvFiles noDirectory() {
        return new EnvFiles(List.of(), List.of("kernel.env-dir (KERNEL_ENV_DIR) must name a directory that exists"));
    }

    private static EnvFiles of(Map<String, String> system, Map<String, String> environment, List<Path> directories) {
        List<EnvFile> plain = new ArrayList<>();
        List<Map<String, String>> sources = new ArrayList<>(List.of(system, environment));
        for (Path directory : directories) {
            EnvFile file = EnvFile.read(directory.resolve(".env"), plain.size());
            plain.add(file);
            sources.add(file.values());
        }
        String env = first(ENVIRONMENT, sources).orElse("prod");
        List<EnvFile> files = new ArrayList<>();
        for (EnvFile file : plain) {
            EnvFile special = ofEnvironment(file, env);
            files.add(special);
            files.add(file.without(special.variables()));
        }
        List<String> problems =
                files.stream().flatMap(file -> file.problems().stream()).toList();
        return new EnvFiles(List.copyOf(files), problems);
    }

    /** The environment chose this file, so the file cannot choose another environment. */
    private static EnvFile ofEnvironment(EnvFile plain, String env) {
        return env.matches("[A-Za-z0-9_-]+")
                ? EnvFile.read(plain.path().resolveSibling(".env." + env), plain.distance())
                        .without(Set.of("KERNEL_ENVIRONMENT", "APP_ENV", "ENV"))
                : new EnvFile(plain.path(), plain.distance(), Map.of(), List.of());
    }

    /** The directory, its parent and its grandparent, as far as they exist. */
    private static List<Path> ancestry(Path own) {
        return Stream.iterate(own.toAbsolutePath().normalize(), Objects::nonNull, Path::getParent)
                .limit(3)
                .toList();
    }

    private static Optional<String> first(List<String> names, List<Map<String, String>> sources) {
        return sources.stream()
                .flatMap(source -> names.stream().map(name -> source.getOrDefault(name, "")))
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private static Map<String, String> systemProperties() {
        Map<String, String> properties = new HashMap<>();
        for (String name : System.getProperties().stringPropertyNames()) {
            properties.put(name, System.getProperty(name, ""));
        }
        return properties;
    }
}
