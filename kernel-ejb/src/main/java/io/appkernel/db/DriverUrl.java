package io.appkernel.db;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A database's URL as its driver gets it: with the options the kernel wants, unless it names them itself. */
final class DriverUrl {
    private static final String H2_FILE = "jdbc:h2:file:";

    private DriverUrl() {}

    static String of(DatabaseUrl url, Dialect dialect, String application, DatabaseSettings settings) {
        String rest = url.jdbcUrl().replaceFirst("^jdbc:[^:]+:", "");
        StringBuilder text = new StringBuilder("jdbc:" + dialect.scheme() + ":" + rest);
        String known = url.jdbcUrl().toLowerCase(Locale.ROOT);
        char first = dialect.separators().charAt(0);
        char next = dialect.separators().charAt(1);
        Map<String, String> options =
                dialect.options(url, safe(application), settings.connectTimeout(), settings.socketTimeout());
        options.forEach((name, value) -> {
            String option = name.toLowerCase(Locale.ROOT) + "=";
            if (!known.contains(first + option) && !known.contains(next + option)) {
                text.append(text.indexOf(String.valueOf(first)) < 0 ? first : next)
                        .append(name)
                        .append('=')
                        .append(value);
            }
        });
        return text.toString();
    }

    /** The file of an embedded database, where its directory can be told. */
    static Optional<Path> file(DatabaseUrl url) {
        if (!url.jdbcUrl().startsWith(H2_FILE)) {
            return Optional.empty();
        }
        String path = url.jdbcUrl().substring(H2_FILE.length()).split(";", 2)[0];
        return path.startsWith("~")
                ? Optional.empty()
                : Optional.of(Path.of(path).toAbsolutePath());
    }

    /** Whatever an application is called, its name ends neither an option nor a URL. */
    private static String safe(String application) {
        return URLEncoder.encode(application, StandardCharsets.UTF_8).replaceAll("[^A-Za-z0-9._-]", "_");
    }
}
