package io.appkernel.db;

import io.appkernel.settings.Alias;
import io.appkernel.settings.SecretText;
import io.appkernel.settings.Settings;
import jakarta.enterprise.context.Dependent;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which database the application lives in.
 *
 * @param url as {@link DatabaseUrl} reads it
 * @param jndi the name of a pool the server manages, instead of a URL
 */
@Dependent
@Settings("kernel.database")
public record DatabaseSettings(@Alias("DATABASE_URL") Optional<SecretText> url, Optional<String> jndi) {
    public DatabaseSettings {
        url.ifPresent(text -> DatabaseUrl.parse("url", text));
        if (jndi.isPresent() && url.isPresent()) {
            throw new IllegalArgumentException(
                    "jndi must not be set together with url; one of them names the database");
        }
    }

    /** The database to connect to: the one that is set, or the embedded default under the data directory. */
    public DatabaseUrl database(Path dataDir) {
        return url.map(text -> DatabaseUrl.parse("url", text)).orElseGet(() -> DatabaseUrl.embedded(dataDir));
    }
}
