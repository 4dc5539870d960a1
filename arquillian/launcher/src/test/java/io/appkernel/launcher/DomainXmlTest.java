package io.appkernel.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DomainXmlTest {
    private static final String DOMAIN = """
            <domain><configs>
              <config name="server-config">
                <iiop-listener id="SSL" address="0.0.0.0" port="3820"/>
                <jmx-connector name="system" address="0.0.0.0" port="8686"/>
                <hazelcast-config-specific-configuration/>
                <network-listener name="http-listener-1" port="8080"/>
                <network-listener name="admin-listener" port="4848"/>
              </config>
              <config name="default-config">
                <network-listener name="http-listener-1" address="0.0.0.0" port="${HTTP_LISTENER_PORT}"/>
              </config>
            </configs></domain>
            """;

    @TempDir
    Path directory;

    @Test
    void bindsEveryListenerOfTheServerToLoopback() throws IOException {
        String bound = bound();

        assertThat(bound)
                .contains("<network-listener address=\"127.0.0.1\" name=\"http-listener-1\" port=\"1\"/>")
                .contains("<network-listener address=\"127.0.0.1\" name=\"admin-listener\" port=\"3\"/>")
                .contains("<iiop-listener address=\"127.0.0.1\" id=\"SSL\" port=\"5\"/>");
    }

    @Test
    void turnsOffWhatADeveloperDoesNotNeed() throws IOException {
        assertThat(bound())
                .contains("<jmx-connector address=\"0.0.0.0\" enabled=\"false\"")
                .contains("<hazelcast-config-specific-configuration enabled=\"false\"/>")
                .contains("<jms-service type=\"DISABLED\"/>")
                .contains("<phone-home-runtime-configuration enabled=\"false\"/>");
    }

    @Test
    void leavesTheTemplateForOtherServersAlone() throws IOException {
        assertThat(bound()).contains("address=\"0.0.0.0\" name=\"http-listener-1\" port=\"${HTTP_LISTENER_PORT}\"");
    }

    private String bound() throws IOException {
        Path file = Files.writeString(directory.resolve("domain.xml"), DOMAIN);
        DomainXml.bind(file, new DomainXml.Listeners(1, 2, 3, 4, 5, 6));
        return Files.readString(file);
    }
}
