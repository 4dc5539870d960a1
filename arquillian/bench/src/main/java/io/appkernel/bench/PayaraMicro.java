package io.appkernel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Payara Micro. Its connections live for 256 requests by default; here they stay, so that none is measured opening. */
record PayaraMicro(Path jar) implements Server {
    private static final String NETWORK = "set configs.config.server-config.network-config.";
    private static final String BEFORE_BOOT = NETWORK
            + "network-listeners.network-listener.http-listener.address=127.0.0.1\n"
            + NETWORK
            + "protocols.protocol.http-listener.http.max-connections=-1\n";

    @Override
    public String title() {
        return "Payara Micro";
    }

    @Override
    public List<String> command(Path base, List<Path> wars, int port, List<String> jvm) throws IOException {
        Path boot = Files.writeString(base.resolve("preboot.txt"), BEFORE_BOOT);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-jar", jar.toString(), "--nohazelcast", "--disablephonehome"));
        command.addAll(List.of("--rootdir", base.resolve("root").toString()));
        command.addAll(List.of("--prebootcommandfile", boot.toString(), "--port", Integer.toString(port)));
        for (Path war : wars) {
            command.addAll(List.of("--deploy", war.toString()));
        }
        return command;
    }
}
