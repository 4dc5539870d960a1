package io.appkernel.settings;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.ConfigSourceProvider;

/**
 * Gives the {@code .env} files to MicroProfile Config, below environment variables (300) and just above WildFly's own
 * plain reading of {@code .env} (295). Public because the service loader creates it; a server may do so once per
 * module. Never fails: what is wrong with a file is reported with the settings.
 */
public class EnvFileSources implements ConfigSourceProvider {
    private static final int NEAREST = 299;

    @Override
    public Iterable<ConfigSource> getConfigSources(ClassLoader loader) {
        return sources(EnvFiles.ofThisProcess());
    }

    static List<ConfigSource> sources(EnvFiles files) {
        List<ConfigSource> sources = new ArrayList<>();
        for (EnvFile file : files.files()) {
            if (!file.values().isEmpty()) {
                sources.add(new EnvFileSource(file, NEAREST - file.distance()));
            }
        }
        return sources;
    }
}
