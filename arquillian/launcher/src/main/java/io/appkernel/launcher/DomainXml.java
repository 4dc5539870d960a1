package io.appkernel.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Payara's {@code domain.xml} before the first start. It is edited as a file because the server's client reads the
 * admin port from it and refuses to start when that is taken.
 */
final class DomainXml {
    private static final String LOOPBACK = "127.0.0.1";

    /** The ports of the listeners that stay. */
    record Listeners(int http, int https, int admin, int iiop, int iiopSsl, int iiopMutual) {}

    private DomainXml() {}

    /** Binds every listener to loopback and turns off those a developer's machine has no use for. */
    static void bind(Path file, Listeners ports) throws IOException {
        try {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
            edit(serverConfig(document), ports);
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(file.toFile()));
        } catch (SAXException | ParserConfigurationException | TransformerException e) {
            throw new LaunchFailure("Cannot edit " + file + " (" + e + ")", e);
        }
    }

    private static void edit(Element config, Listeners ports) {
        Map<String, Integer> portOf = Map.of(
                "http-listener-1", ports.http(),
                "http-listener-2", ports.https(),
                "admin-listener", ports.admin(),
                "orb-listener-1", ports.iiop(),
                "SSL", ports.iiopSsl(),
                "SSL_MUTUALAUTH", ports.iiopMutual());
        for (Element listener : elements(config, "network-listener")) {
            bind(listener, portOf.get(listener.getAttribute("name")));
        }
        for (Element listener : elements(config, "iiop-listener")) {
            bind(listener, portOf.get(listener.getAttribute("id")));
        }
        set(config, "jmx-connector", "enabled", "false");
        set(config, "jms-service", "type", "DISABLED");
        set(config, "hazelcast-config-specific-configuration", "enabled", "false");
        set(config, "phone-home-runtime-configuration", "enabled", "false");
    }

    private static void bind(Element listener, @Nullable Integer port) {
        listener.setAttribute("address", LOOPBACK);
        if (port != null) {
            listener.setAttribute("port", port.toString());
        }
    }

    /** What the file leaves out is on by default, so the element is added when it is not there. */
    private static void set(Element config, String name, String attribute, String value) {
        if (elements(config, name).isEmpty()) {
            config.appendChild(config.getOwnerDocument().createElement(name));
        }
        elements(config, name).forEach(element -> element.setAttribute(attribute, value));
    }

    private static Element serverConfig(Document document) {
        return elements(document.getDocumentElement(), "config").stream()
                .filter(config -> config.getAttribute("name").equals("server-config"))
                .findFirst()
                .orElseThrow(() -> new LaunchFailure("No server-config in domain.xml"));
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(index -> (Element) found.item(index))
                .toList();
    }
}
