package io.appkernel.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sets the domain of an unpacked Payara Server up for the black-box tests: loopback, free ports, heap, no soft references. */
public final class TestDomain {
    /** So that what is left after a collection is what somebody really holds. */
    private static final String NO_SOFT_REFERENCES = "<jvm-options>-XX:SoftRefLRUPolicyMSPerMB=0</jvm-options>";

    /** The server keeps the class loaders of every application that it ever had, and one run deploys two dozen. */
    private static final String HEAP = "<jvm-options>-Xmx1536m</jvm-options>";

    private TestDomain() {}

    /** Takes the server's home, the HTTP port and the admin port. */
    public static void main(String[] arguments) throws IOException {
        Path domain = Path.of(arguments[0], "glassfish/domains/domain1/config/domain.xml");
        Files.writeString(
                domain,
                Files.readString(domain)
                        .replaceFirst("<java-config[^>]*>", "$0" + NO_SOFT_REFERENCES)
                        .replace("<jvm-options>-Xmx512m</jvm-options>", HEAP));
        Ports ports = new Ports(InetAddress.getLoopbackAddress());
        int http = Integer.parseInt(arguments[1]);
        int admin = Integer.parseInt(arguments[2]);
        DomainXml.bind(
                domain,
                new DomainXml.Listeners(
                        http, ports.required(0), admin, ports.required(0), ports.required(0), ports.required(0)));
    }
}
