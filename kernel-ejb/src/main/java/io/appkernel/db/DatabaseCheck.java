package io.appkernel.db;

import io.appkernel.settings.EnvCheck;
import io.appkernel.settings.KernelSettings;
import jakarta.enterprise.context.Dependent;
import java.util.List;

@Dependent
class DatabaseCheck implements EnvCheck {
    @Override
    public List<String> check(KernelSettings settings) {
        DatabaseSettings database = settings.get(DatabaseSettings.class);
        boolean server = database.jndi().isPresent()
                || !database.database(settings.node().dataDir()).embedded();
        return server
                ? List.of()
                : List.of("kernel.database.url (DATABASE_URL) must name a database server, such as"
                        + " postgres://user:password@host:5432/name, or kernel.database.jndi a pool of this server;"
                        + " an embedded database is not for prod");
    }
}
