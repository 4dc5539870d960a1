package io.appkernel.migrations;

import static io.appkernel.migrations.Tables.number;
import static io.appkernel.migrations.Tables.table;
import static io.appkernel.migrations.Tables.text;
import static io.appkernel.migrations.Tables.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appkernel.errors.KernelException;
import io.appkernel.schema.Check;
import io.appkernel.schema.Column;
import io.appkernel.schema.ColumnType;
import io.appkernel.schema.ForeignKey;
import io.appkernel.schema.Index;
import io.appkernel.schema.Table;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What rows forbid stops the start before anything changes. */
abstract class GuardContract extends DatabaseContract {
    private static final Table WIDGETS = table("widgets", text("name"), number("size"));

    @BeforeEach
    void widgets() {
        db.evolve(WIDGETS);
        for (String values : List.of("'a', 'one', 1", "'b', 'one', 2", "'c', NULL, 70000", "'d', NULL, NULL")) {
            db.run("INSERT INTO " + q("widgets") + " (" + q("id") + ", " + q("name") + ", " + q("size") + ") VALUES ("
                    + values + ")");
        }
    }

    private void refused(Table wanted, String... words) {
        Table harmless = table("another", text("x"));
        List<Table> tables = List.of(harmless, wanted);
        assertThatThrownBy(() -> db.migrations().apply(tables))
                .isInstanceOf(KernelException.class)
                .message()
                .contains(words);
        assertThat(db.migrations().list()).hasSize(1);
        assertThat(db.migrations().plan(List.of(WIDGETS)).steps()).isEmpty();
        assertThat(db.migrations().plan(List.of(harmless, WIDGETS)).steps()).hasSize(1);
    }

    @Test
    void notNullOverNullsStopsTheStartBeforeAnythingChanges() {
        refused(table("widgets", text("name").notNull(), number("size")), "widgets.name", "2 rows have no value");
    }

    @Test
    void aNewNotNullFieldWithoutADefaultStopsTheStart() {
        refused(table("widgets", text("name"), number("size"), text("must").notNull()), "widgets.must", "4 rows");
    }

    @Test
    void uniqueOverDuplicatesStopsTheStartBeforeAnythingChanges() {
        refused(with(WIDGETS, new Index("name", List.of("name"), true)), "widgets.name", "2 rows share");
    }

    @Test
    void uniqueOverARenamedOrFilledColumnIsForeseen() {
        refused(
                with(
                        table("widgets", text("title").renamedFrom("name"), number("size")),
                        new Index("t", List.of("title"), true)),
                "widgets.title",
                "2 rows share");
        refused(
                with(
                        table(
                                "widgets",
                                text("name"),
                                number("size"),
                                text("new").withDefault("x")),
                        new Index("t", List.of("new"), true)),
                "widgets.new",
                "4 rows share");
    }

    @Test
    void aCheckThatRowsBreakStopsTheStart() {
        refused(with(WIDGETS, new Check("size", "[size] < 2")), "widgets", "[size] < 2", "2 rows");
    }

    @Test
    void aForeignKeyOverMissingRowsStopsTheStart() {
        refused(
                with(WIDGETS, new ForeignKey("f", List.of("name"), "widgets", List.of("id"))),
                "widgets.name",
                "a row of widgets, and 2 rows");
    }

    @Test
    void narrowingOverLargerValuesStopsTheStart() {
        refused(table("widgets", Column.of("name", ColumnType.text(2)), number("size")), "widgets.name", "2 rows");
        refused(
                table("widgets", text("name"), Column.of("size", ColumnType.of(ColumnType.Kind.SMALLINT))),
                "widgets.size",
                "1 row");
        refused(
                table("widgets", text("name"), Column.of("size", ColumnType.of(ColumnType.Kind.DATE))),
                "widgets.size",
                "3 rows");
    }

    @Test
    void everyOffenderIsNamedAtOnce() {
        refused(
                with(
                        table("widgets", text("name").notNull(), number("size").notNull()),
                        new Index("name", List.of("name"), true)),
                "widgets.name: it must not be null, and 2 rows",
                "widgets.size: it must not be null, and 1 row",
                "widgets.name: it must be unique, and 2 rows");
    }

    @Test
    void anotherPrimaryKeyAndATooLongNameAreRefused() {
        refused(
                new Table("widgets", WIDGETS.columns(), List.of("id", "name"), List.of(), List.of(), List.of()),
                "widgets",
                "primary key");
        refused(table("widgets", text("x".repeat(300))), "widgets.xxx", "300 bytes");
    }
}
