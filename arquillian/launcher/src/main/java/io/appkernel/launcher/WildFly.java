package io.appkernel.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** WildFly with its stock {@code standalone.xml}, in a base directory of our own. */
final class WildFly implements Server {
    /** What WildFly's own scripts open to it on a modular JDK. */
    private static final List<String> MODULES = List.of(
            "--add-exports=java.desktop/sun.awt=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED",
            "--add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.management/javax.management=ALL-UNNAMED",
            "--add-opens=java.naming/javax.naming=ALL-UNNAMED");

    private final Options options;
    private final DataDirectory data;
    private final int port;
    private final int httpsPort;
    private final int managementPort;

    WildFly(Options options, DataDirectory data, int port, Ports ports) {
        this.options = options;
        this.data = data;
        this.port = port;
        this.httpsPort = ports.preferring(8443);
        this.managementPort = ports.preferring(9990);
    }

    @Override
    public List<String> command() throws IOException {
        Path home = Distribution.unpacked(options.distribution(), data.path().resolve("servers"));
        Path base = layOut(home);
        Jvm jvm = Jvm.of(options);
        List<String> command = new ArrayList<>();
        command.addAll(List.of(jvm.java().toString(), "-D[Standalone]", "-Xmx512m"));
        command.addAll(MODULES);
        command.addAll(jvm.arguments());
        command.add("-Dorg.jboss.boot.log.file=" + base.resolve("log/server.log"));
        command.add("-Dlogging.configuration="
                + base.resolve("configuration/logging.properties").toUri());
        command.addAll(List.of("-jar", home.resolve("jboss-modules.jar").toString()));
        command.addAll(List.of("-mp", home.resolve("modules").toString(), "org.jboss.as.standalone"));
        command.add("-Djboss.home.dir=" + home);
        command.add("-Djboss.server.base.dir=" + base);
        command.add("-Djboss.bind.address=127.0.0.1");
        command.add("-Djboss.bind.address.management=127.0.0.1");
        command.add("-Djboss.http.port=" + port);
        command.add("-Djboss.https.port=" + httpsPort);
        command.add("-Djboss.management.http.port=" + managementPort);
        return command;
    }

    /** WildFly says in its last line of the start whether anything failed. */
    @Override
    public Sign read(String line) {
        if (line.contains("WFLYSRV0026:")) {
            return Sign.FAILED;
        }
        return line.contains("WFLYSRV0025:") ? Sign.DEPLOYED : Sign.NONE;
    }

    @Override
    public String management() {
        return "http://127.0.0.1:" + managementPort;
    }

    private Path layOut(Path home) throws IOException {
        Path base = data.fresh("run/wildfly");
        Path from = home.resolve("standalone/configuration");
        Path to = Files.createDirectories(base.resolve("configuration"));
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        Path deployments = Files.createDirectories(base.resolve("deployments"));
        Files.copy(options.archive(), deployments.resolve(options.archive().getFileName()));
        return base;
    }
}
