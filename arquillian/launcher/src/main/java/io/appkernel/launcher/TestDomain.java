package io.appkernel.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;

/** Binds the domain of an unpacked Payara Server to loopback and to free ports, for the black-box tests. */
public final class TestDomain {
    private TestDomain() {}

    /** Takes the server's home, the HTTP port and the admin port. */
    public static void main(String[] arguments) throws IOException {
        Path domain = Path.of(arguments[0], "glassfish/domains/domain1/config/domain.xml");
        Ports ports = new Ports(InetAddress.getLoopbackAddress());
        int http = Integer.parseInt(arguments[1]);
        int admin = Integer.parseInt(arguments[2]);
        DomainXml.bind(
                domain,
                new DomainXml.Listeners(
                        http, ports.required(0), admin, ports.required(0), ports.required(0), ports.required(0)));
    }
}
