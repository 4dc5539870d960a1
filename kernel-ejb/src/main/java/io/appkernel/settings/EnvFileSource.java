package io.appkernel.settings;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** A {@code .env} file as a config source. Names are matched as those of environment variables are. */
final class EnvFileSource implements ConfigSource {
    private final EnvFile file;
    private final int ordinal;

    EnvFileSource(EnvFile file, int ordinal) {
        this.file = file;
        this.ordinal = ordinal;
    }

    @Override
    public String getName() {
        return file.path().toString();
    }

    @Override
    public int getOrdinal() {
        return ordinal;
    }

    @Override
    public Map<String, String> getProperties() {
        return file.values();
    }

    @Override
    public Set<String> getPropertyNames() {
        return file.values().keySet();
    }

    @Override
    public @Nullable String getValue(String name) {
        String value = file.values().get(name);
        return value == null ? file.values().get(Names.variable(name)) : value;
    }
}
