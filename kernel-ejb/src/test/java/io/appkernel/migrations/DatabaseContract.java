package io.appkernel.migrations;

import io.appkernel.db.DatabaseKind;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A fresh database for each test; a subclass says of which kind. */
abstract class DatabaseContract {
    @TempDir
    Path directory;

    GivenDatabase db;

    abstract DatabaseKind kind();

    @BeforeEach
    void makeDatabase() {
        db = new GivenDatabase(kind(), newDatabase(), directory);
    }

    String newDatabase() {
        return TestDatabase.newUrl(kind());
    }

    String q(String name) {
        return db.q(name);
    }
}
