package io.appkernel.harness;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a server without the app holds: threads counted by name without numbers, and JDBC drivers. */
record Footprint(Map<String, Long> threads, long drivers) {
    /** Threads that are not the app's: of our own connection to the JVM, and Payara's, one for each admin command. */
    private static final Pattern SERVERS = Pattern.compile("(RMI|JMX) .*|Job Cleanup Service");

    static Footprint of(ServerJvm jvm) {
        return new Footprint(
                jvm.threads().stream()
                        .map(name -> name.replaceAll("\\d+", "#"))
                        .filter(name -> !SERVERS.matcher(name).matches())
                        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting())),
                jvm.instances("java.sql.DriverInfo"));
    }

    /** Names of which more threads run here than ran before, most first. */
    List<String> threadsBeyond(Footprint before) {
        return threads.entrySet().stream()
                .filter(entry -> entry.getValue() > before.threads.getOrDefault(entry.getKey(), 0L))
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(entry -> entry.getValue() + " x " + entry.getKey())
                .toList();
    }
}
