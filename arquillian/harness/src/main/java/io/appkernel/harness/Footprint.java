package io.appkernel.harness;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a server without the app holds: threads counted by name without numbers, and JDBC drivers. */
record Footprint(Map<String, Long> threads, long drivers) {
    /** Pools that the servers enlarge as they please, most of them for deploying itself, and our connection to the JVM. */
    private static final Pattern SERVERS = Pattern.compile("(RMI|JMX) .*"
            + "|(Job Cleanup Service|GF Domain XML|payara-executor-service|(admin|http)-thread-pool).*"
            + "|(management|MSC service|ServerService|DeploymentScanner|default|External Management)[- ].*");

    static Footprint of(ServerJvm jvm) {
        return new Footprint(
                jvm.threads().stream()
                        .map(name -> name.replaceAll("\\d+", "#"))
                        .filter(name -> !SERVERS.matcher(name).matches())
                        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting())),
                jvm.instances("java.sql.DriverInfo"));
    }

    /** Names of which so many more threads run here than ran before. */
    List<String> threadsBeyond(Footprint before, int more) {
        return threads.entrySet().stream()
                .filter(entry -> entry.getValue() >= before.threads.getOrDefault(entry.getKey(), 0L) + more)
                .map(entry -> entry.getValue() + " x " + entry.getKey())
                .toList();
    }
}
