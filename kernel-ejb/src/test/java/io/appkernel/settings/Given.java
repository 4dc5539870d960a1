package io.appkernel.settings;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** A machine on which some things are set. */
final class Given {
    private final Map<String, String> system = new LinkedHashMap<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final Map<String, String> file = new LinkedHashMap<>();
    private final Map<String, String> archive = new LinkedHashMap<>();

    Given system(String name, String value) {
        system.put(name, value);
        return this;
    }

    Given environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Given file(String name, String value) {
        file.put(name, value);
        return this;
    }

    Given archive(String name, String value) {
        archive.put(name, value);
        return this;
    }

    Config config() {
        EnvFile envFile = new EnvFile(Path.of("/app/.env"), 0, file, List.of());
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(
                        new Held(system, "system properties", 400),
                        new EnvConfigSource(environment, 300),
                        new EnvFileSource(envFile, 299),
                        new Held(archive, "the archive", 100))
                .build();
    }

    private record Held(Map<String, String> values, String getName, int getOrdinal) implements ConfigSource {
        @Override
        public Set<String> getPropertyNames() {
            return values.keySet();
        }

        @Override
        public @Nullable String getValue(String name) {
            return values.get(name);
        }
    }

    @SafeVarargs
    final Review review(Class<? extends Record>... types) {
        return new Review(new Sources(List.of(config()), List.of()), Stream.of(types));
    }

    /** The one record, which must be without a problem. */
    <R extends Record> R bound(Class<R> type) {
        Review review = review(type);
        if (!review.problems().isEmpty()) {
            throw new AssertionError(review.problems());
        }
        return review.settings().get(type);
    }
}
