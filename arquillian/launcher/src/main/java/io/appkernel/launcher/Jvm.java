package io.appkernel.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The JVM that a server runs in: the launcher's own Java, tuned for a quick start. */
record Jvm(Path java, List<String> arguments) {

    static Jvm of(Options options) {
        List<String> arguments = new ArrayList<>();
        // Compiles quickly rather than well: a quarter off the start. -Djvm.args=-XX:TieredStopAtLevel=4 undoes it.
        arguments.add("-XX:TieredStopAtLevel=1");
        arguments.add("-Djava.awt.headless=true");
        arguments.add(
                "-javaagent:" + options.agent() + "=" + ProcessHandle.current().pid());
        arguments.addAll(options.jvmArgs());
        return new Jvm(Path.of(System.getProperty("java.home"), "bin", "java"), List.copyOf(arguments));
    }
}
