package io.appkernel.migrations;

import static io.appkernel.migrations.Tables.number;
import static io.appkernel.migrations.Tables.table;
import static io.appkernel.migrations.Tables.text;
import static io.appkernel.migrations.Tables.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.schema.Check;
import io.appkernel.schema.Index;
import io.appkernel.schema.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.junit.jupiter.api.Test;

/** The files of migrations are good for more than reading. */
abstract class ReplayContract extends DatabaseContract {
    @Test
    void liquibaseMakesTheSameSchemaFromTheFiles() throws Exception {
        Table first = with(
                table("widgets", text("name").withDefault("a; ${user.dir}\n--changeset x:1\n'b'"), number("size")),
                new Index("n", List.of("name"), true));
        Table second = with(
                table("widgets", text("title").withDefault("t").notNull().renamedFrom("name"), number("size")),
                new Check("c", "[title] <> ';--'"));
        Migration one = ((Outcome.Migrated) db.migrations().apply(List.of(first))).migration();
        Migration two = ((Outcome.Migrated) db.migrations().apply(List.of(second))).migration();
        GivenDatabase other = new GivenDatabase(kind(), newDatabase(), directory.resolve("other"));

        replay(other, directory.resolve(one.file() + ".sql"));
        assertThat(other.migrations().plan(List.of(first)).steps()).isEmpty();
        replay(other, directory.resolve(two.file() + ".sql"));

        assertThat(other.migrations().plan(List.of(second)).steps()).isEmpty();
    }

    private static void replay(GivenDatabase target, Path file) throws Exception {
        Map<String, Object> quiet =
                Map.of(Scope.Attr.ui.name(), new LoggerUIService(), "liquibase.analytics.enabled", false);
        try (Connection connection = target.database.dataSource().getConnection();
                DirectoryResourceAccessor files = new DirectoryResourceAccessor(file.getParent())) {
            Scope.child(quiet, () -> {
                var database =
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
                new Liquibase(file.getFileName().toString(), files, database).update(new Contexts());
            });
        }
    }
}
