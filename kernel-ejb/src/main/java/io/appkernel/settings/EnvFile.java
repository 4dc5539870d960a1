package io.appkernel.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One {@code .env} file: what it sets and what is wrong with it.
 *
 * @param distance how many directories above the own one it is
 * @param problems each with the file and the line, none with a value
 */
record EnvFile(Path path, int distance, Map<String, String> values, List<String> problems) {

    /** Reads the file; one that is not there, or is a directory as Python makes them, sets nothing. */
    static EnvFile read(Path path, int distance) {
        if (!Files.exists(path) || Files.isDirectory(path)) {
            return new EnvFile(path, distance, Map.of(), List.of());
        }
        try {
            EnvFileParser parser = new EnvFileParser(Files.readString(path));
            parser.parse();
            List<String> problems = parser.problems().stream()
                    .map(problem -> path + " " + problem)
                    .toList();
            return new EnvFile(path, distance, Map.copyOf(parser.values()), problems);
        } catch (CharacterCodingException e) {
            return new EnvFile(path, distance, Map.of(), List.of(path + " is not UTF-8 text; save it as UTF-8"));
        } catch (IOException | SecurityException e) {
            String problem = path + " cannot be read by this process; allow it to, or remove the file";
            return new EnvFile(path, distance, Map.of(), List.of(problem));
        }
    }

    /** The same file without the names that, written as variables, are among these. */
    EnvFile without(Set<String> variables) {
        Map<String, String> kept = values.entrySet().stream()
                .filter(entry -> !variables.contains(Names.variable(entry.getKey())))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        return new EnvFile(path, distance, kept, problems);
    }

    Set<String> variables() {
        return values.keySet().stream().map(Names::variable).collect(Collectors.toUnmodifiableSet());
    }

    /** The values may be secrets, so none of them shows. */
    @Override
    public String toString() {
        return path.toString();
    }
}
