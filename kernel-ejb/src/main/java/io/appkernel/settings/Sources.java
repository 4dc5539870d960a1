package io.appkernel.settings;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Where values come from. A server gives each module of an EAR its own configuration, and an app may carry its defaults
 * in any of them.
 *
 * @param configs the configurations of every archive of the deployment, the kernel's first
 * @param carried what archives hold and a server may have overlooked
 */
record Sources(List<Config> configs, List<ConfigSource> carried) {

    /**
     * A value that some source holds.
     *
     * @param text null when it refers to a property that does not exist
     */
    record Found(String name, @Nullable String text, String source, int ordinal) {
        /** The name and the source, to go after what is wrong with the value. */
        String origin() {
            return name + " in " + source;
        }
    }

    /** The value of the highest source; of one source the earliest name, of equal sources the earliest config. */
    Optional<Found> find(List<String> names) {
        Found best = null;
        for (Config config : configs) {
            for (String name : names) {
                best = higher(best, find(config, name));
            }
        }
        for (ConfigSource source : carried) {
            for (String name : names) {
                best = higher(best, found(source, name, source.getValue(name)));
            }
        }
        return Optional.ofNullable(best);
    }

    private static @Nullable Found higher(@Nullable Found best, @Nullable Found next) {
        return best == null || next != null && next.ordinal() > best.ordinal() ? next : best;
    }

    /** Asks the sources first: an empty value is a value here, and Config speaks of it as if there were none. */
    private static @Nullable Found find(Config config, String name) {
        Optional<ConfigSource> holder = stream(config.getConfigSources())
                .filter(source -> source.getValue(name) != null)
                .max(Comparator.comparingInt(ConfigSource::getOrdinal));
        if (holder.isPresent()) {
            ConfigSource source = holder.get();
            String raw = source.getValue(name);
            String text = raw == null || raw.isBlank() ? "" : expanded(config, name);
            return new Found(name, text, source.getName(), source.getOrdinal());
        }
        ConfigValue value = config.getConfigValue(name);
        return value.getValue() == null
                ? null
                : new Found(name, value.getValue(), String.valueOf(value.getSourceName()), value.getSourceOrdinal());
    }

    private static @Nullable Found found(ConfigSource source, String name, @Nullable String value) {
        return value == null ? null : new Found(name, value, source.getName(), source.getOrdinal());
    }

    private static @Nullable String expanded(Config config, String name) {
        try {
            return config.getConfigValue(name).getValue();
        } catch (NoSuchElementException | IllegalArgumentException e) {
            return null;
        }
    }

    /** Every name any source holds, with the source. */
    Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        Stream.concat(configs.stream().flatMap(config -> stream(config.getConfigSources())), carried.stream())
                .forEach(
                        source -> source.getPropertyNames().forEach(name -> names.putIfAbsent(name, source.getName())));
        return names;
    }

    private static <T> Stream<T> stream(Iterable<T> items) {
        return StreamSupport.stream(items.spliterator(), false);
    }
}
