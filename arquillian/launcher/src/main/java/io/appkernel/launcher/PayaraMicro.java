package io.appkernel.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Payara Micro: one jar, one WAR, no management listener. */
final class PayaraMicro implements Server {
    private static final String LOOPBACK_ONLY =
            "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address="
                    + "127.0.0.1\n";

    private final Options options;
    private final DataDirectory data;
    private final int port;
    private String before = "";

    PayaraMicro(Options options, DataDirectory data, int port) {
        this.options = options;
        this.data = data;
        this.port = port;
    }

    @Override
    public List<String> command() throws IOException {
        Path base = data.fresh("run/payara-micro");
        Path boot = Files.writeString(base.resolve("preboot.txt"), LOOPBACK_ONLY);
        Jvm jvm = Jvm.of(options);
        List<String> command = new ArrayList<>();
        command.add(jvm.java().toString());
        command.addAll(jvm.arguments());
        command.addAll(List.of("-jar", options.distribution().toString()));
        command.addAll(List.of("--nohazelcast", "--disablephonehome"));
        // Its own root, because without one it unpacks 120 MB into the temporary directory and a kill leaves them.
        command.addAll(List.of("--rootdir", base.resolve("root").toString()));
        command.addAll(List.of("--prebootcommandfile", boot.toString()));
        command.addAll(List.of("--port", Integer.toString(port), "--contextroot", "/"));
        command.addAll(List.of("--deploy", options.archive().toString()));
        return command;
    }

    /** A failed deployment shows only in the summary, as an empty list of what was deployed. */
    @Override
    public Sign read(String line) {
        boolean emptyList = before.endsWith("\"Deployed\": [") && line.strip().equals("]");
        before = line.stripTrailing();
        if (emptyList) {
            return Sign.FAILED;
        }
        return line.contains("Payara Micro ") && line.contains(" ready in ") ? Sign.DEPLOYED : Sign.NONE;
    }

    @Override
    public String management() {
        return "";
    }
}
