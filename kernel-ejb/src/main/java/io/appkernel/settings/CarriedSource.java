package io.appkernel.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * A {@code microprofile-config.properties} of an archive, read as MicroProfile Config would. Payara does not look into
 * the WARs of an EAR, and the same app must find its defaults there as in a WAR of its own.
 */
record CarriedSource(String getName, Map<String, String> getProperties) implements ConfigSource {
    private static final String FILE = "META-INF/microprofile-config.properties";

    /** Those the loader sees. */
    static List<ConfigSource> of(ClassLoader loader) {
        try {
            return Collections.list(loader.getResources(FILE)).stream()
                    .map(CarriedSource::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The class path cannot be read", e);
        }
    }

    private static ConfigSource read(URL url) {
        Properties properties = new Properties();
        try {
            URLConnection connection = url.openConnection();
            // Or the JVM keeps the archive open after undeploy, and serves the old one to the next deployment.
            connection.setUseCaches(false);
            try (InputStream stream = connection.getInputStream()) {
                properties.load(stream);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(url + " cannot be read", e);
        }
        Map<String, String> values = properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(name -> name, properties::getProperty));
        return new CarriedSource(url.toString(), values);
    }

    @Override
    public Set<String> getPropertyNames() {
        return getProperties.keySet();
    }

    @Override
    public @Nullable String getValue(String name) {
        return getProperties.get(name);
    }

    /** The values may be secrets, so none of them shows. */
    @Override
    public String toString() {
        return getName;
    }
}
