package io.appkernel.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Payara Server with a domain of our own, copied from the distribution's and bound to loopback. */
final class PayaraServer implements Server {
    private static final String DOMAIN = "domain1";
    private static final String MAIN = "com.sun.enterprise.glassfish.bootstrap.ASMain";

    private final Options options;
    private final DataDirectory data;
    private final DomainXml.Listeners listeners;

    PayaraServer(Options options, DataDirectory data, int port, Ports ports) {
        this.options = options;
        this.data = data;
        this.listeners = new DomainXml.Listeners(
                port,
                ports.preferring(8181),
                ports.preferring(4848),
                ports.preferring(3700),
                ports.preferring(3820),
                ports.preferring(3920));
    }

    @Override
    public List<String> command() throws IOException, InterruptedException {
        Path home = Distribution.unpacked(options.distribution(), data.path().resolve("servers"));
        Path domains = data.fresh("domains");
        copy(home.resolve("glassfish/domains").resolve(DOMAIN), domains.resolve(DOMAIN));
        DomainXml.bind(domains.resolve(DOMAIN).resolve("config/domain.xml"), listeners);
        Path boot = Files.writeString(
                domains.resolve("postboot.txt"), "deploy --force=true --name app " + options.archive() + "\n");
        return foreground(dryRun(home, domains, boot), Jvm.of(options));
    }

    @Override
    public Sign read(String line) {
        if (line.contains("Boot Command deploy failed") || line.contains("deploy returned with result FAILURE")) {
            return Sign.FAILED;
        }
        return line.contains("Boot Command deploy returned with result") ? Sign.DEPLOYED : Sign.NONE;
    }

    @Override
    public String management() {
        return "http://127.0.0.1:" + listeners.admin();
    }

    /** Only the server's own client knows how to start it: it prints the command line, one argument per line. */
    private static List<String> dryRun(Path home, Path domains, Path boot) throws IOException, InterruptedException {
        Process client = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        home.resolve("glassfish/lib/client/appserver-cli.jar").toString(),
                        "start-domain",
                        "--dry-run",
                        "--domaindir",
                        domains.toString(),
                        "--postbootcommandfile",
                        boot.toString(),
                        DOMAIN)
                .redirectErrorStream(true)
                .start();
        client.getOutputStream().close();
        String printed = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        List<String> lines = printed.lines().toList();
        if (client.waitFor() != 0 || !lines.contains(MAIN)) {
            throw new LaunchFailure("Payara Server does not say how to start it:\n" + printed);
        }
        return lines.stream().skip(1).takeWhile(line -> !line.isEmpty()).toList();
    }

    /** In the foreground with its log on the console, asking nothing on standard input, in the launcher's JVM. */
    static List<String> foreground(List<String> printed, Jvm jvm) {
        List<String> command = new ArrayList<>(printed);
        command.set(command.indexOf("-read-stdin") + 1, "false");
        command.set(command.indexOf("-verbose") + 1, "true");
        command.addAll(command.indexOf(MAIN), jvm.arguments());
        command.set(0, jvm.java().toString());
        return command;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }
}
