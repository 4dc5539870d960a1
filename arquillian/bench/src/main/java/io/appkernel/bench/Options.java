package io.appkernel.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How much to measure and where things are, from system properties ({@code -Dbench.rounds=}).
 *
 * @param rounds pairs of turns under load
 * @param seconds length of a turn
 * @param starts pairs of starts
 * @param connections keep-alive connections
 * @param heap the heap of every server, as JVM arguments
 * @param jvm further JVM arguments, such as a profiler's
 */
record Options(
        int rounds,
        Duration seconds,
        Duration warmUp,
        int starts,
        int connections,
        List<String> servers,
        List<String> heap,
        List<String> jvm,
        Path widgets,
        Path micro,
        Path wildfly,
        Path agent,
        Path work) {

    static Options read() {
        return new Options(
                Integer.getInteger("bench.rounds", 11),
                Duration.ofSeconds(Integer.getInteger("bench.seconds", 3)),
                Duration.ofSeconds(Integer.getInteger("bench.warm-up", 20)),
                Integer.getInteger("bench.starts", 5),
                Integer.getInteger("bench.connections", 16),
                words("bench.servers", "payara-micro wildfly"),
                words("bench.heap", "-Xms64m -Xmx512m"),
                words("bench.jvm", ""),
                path("bench.widgets"),
                path("bench.micro"),
                path("bench.wildfly"),
                path("bench.agent"),
                path("bench.work"));
    }

    Options withWidgets(Path other) {
        return new Options(
                rounds, seconds, warmUp, starts, connections, servers, heap, jvm, other, micro, wildfly, agent, work);
    }

    private static List<String> words(String name, String otherwise) {
        String text = System.getProperty(name, otherwise).strip();
        return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
    }

    private static Path path(String name) {
        String text = System.getProperty(name);
        if (text == null) {
            throw new IllegalArgumentException("-D" + name + "=… is missing; mvn -Pbench gives it");
        }
        return Path.of(text).toAbsolutePath();
    }
}
