package io.appkernel.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.databases.TestServer;
import org.junit.jupiter.api.Test;

class MariaDbDbIT extends DbContract {
    @Override
    String newDatabase() {
        return TestServer.mariadb().newDatabase();
    }

    @Test
    void theSessionIsStrictAndInUtc() {
        assertThat(text("SELECT @@session.sql_mode")).contains("STRICT_ALL_TABLES", "NO_ZERO_DATE");
        assertThat(text("SELECT @@session.time_zone")).isEqualTo("+00:00");
    }
}
