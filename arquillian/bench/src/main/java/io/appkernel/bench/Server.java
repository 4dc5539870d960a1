package io.appkernel.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One kind of server: how it is started on loopback with some WARs in it. */
sealed interface Server permits PayaraMicro, WildFly {
    String title();

    /** Lays out the server's directory and gives the command that runs it in the foreground. */
    List<String> command(Path base, List<Path> wars, int port, List<String> jvm) throws IOException;

    static Server named(String name, Options options) {
        return switch (name) {
            case "payara-micro" -> new PayaraMicro(options.micro());
            case "wildfly" -> new WildFly(options.wildfly());
            default ->
                throw new IllegalArgumentException("bench.servers has " + name + ": choose payara-micro or wildfly");
        };
    }
}
