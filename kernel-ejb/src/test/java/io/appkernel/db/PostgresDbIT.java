package io.appkernel.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.databases.TestServer;
import org.junit.jupiter.api.Test;

class PostgresDbIT extends DbContract {
    @Override
    String newDatabase() {
        return TestServer.postgres().newDatabase();
    }

    @Test
    void theServersListOfSessionsNamesTheApplication() {
        assertThat(text("SELECT current_setting('application_name')")).isEqualTo("test_app");
    }
}
