package io.appkernel.launcher;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What to start, read from {@code --name=value} arguments.
 *
 * @param distribution the server as Maven delivers it: a jar or a zip
 * @param archive the WAR or EAR to deploy
 * @param agent the jar with {@link Leash}
 * @param root the working directory of the server, where {@code .env} files are looked up
 * @param data where everything that must survive is kept
 * @param port the HTTP port; 0 for any free one
 * @param app the path of a page of the application to show
 */
record Options(
        Kind server,
        Path distribution,
        Path archive,
        Path agent,
        Path root,
        Path data,
        int port,
        String app,
        List<String> jvmArgs) {

    enum Kind {
        PAYARA_MICRO,
        PAYARA_SERVER,
        WILDFLY
    }

    static Options parse(String... arguments) {
        Map<String, String> values = new HashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (!argument.startsWith("--") || equals < 0) {
                throw new LaunchFailure("Arguments are written --name=value, this one is not: " + argument);
            }
            values.put(
                    argument.substring(2, equals),
                    argument.substring(equals + 1).strip());
        }
        return new Options(
                kind(required(values, "server")),
                path(values, "distribution"),
                path(values, "archive"),
                path(values, "agent"),
                path(values, "root"),
                path(values, "data"),
                port(required(values, "port")),
                values.getOrDefault("app", "/"),
                words(values.getOrDefault("jvm-args", "")));
    }

    private static Kind kind(String name) {
        return Stream.of(Kind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(name.replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> new LaunchFailure(
                        "Unknown server " + name + ": choose payara-micro, payara-server or wildfly"));
    }

    private static Path path(Map<String, String> values, String name) {
        return Path.of(required(values, name)).toAbsolutePath().normalize();
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        throw new LaunchFailure("-Dport=" + text + " is no port: give a number from 1 to 65535, or 0 for any free one");
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
    }

    private static String required(Map<String, String> values, String name) {
        String value = values.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new LaunchFailure("The argument --" + name + "=… is missing");
        }
        return value;
    }
}
