package io.appkernel.migrations;

import static io.appkernel.migrations.Tables.number;
import static io.appkernel.migrations.Tables.table;
import static io.appkernel.migrations.Tables.text;
import static io.appkernel.migrations.Tables.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appkernel.schema.Check;
import io.appkernel.schema.Column;
import io.appkernel.schema.ColumnType;
import io.appkernel.schema.ForeignKey;
import io.appkernel.schema.Index;
import io.appkernel.schema.Plan;
import io.appkernel.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a changed class does to a table that holds rows. */
abstract class EvolutionContract extends DatabaseContract {
    private static final Table WIDGETS = table("widgets", text("name"), number("size"));

    private void widgets() {
        db.evolve(WIDGETS);
        insert("a", "one", "1");
        insert("b", "two", "2");
        insert("c", null, null);
    }

    private void insert(String id, String name, String size) {
        db.run("INSERT INTO " + q("widgets") + " (" + q("id") + ", " + q("name") + ", " + q("size") + ") VALUES ('" + id
                + "', " + (name == null ? "NULL" : "'" + name + "'") + ", " + size + ")");
    }

    private List<String> column(String name) {
        return db.rows("SELECT " + q(name) + " FROM " + q("widgets") + " ORDER BY " + q("id"));
    }

    private String insertOnly(String id) {
        return "INSERT INTO " + q("widgets") + " (" + q("id") + ") VALUES ('" + id + "')";
    }

    @Test
    void aNewFieldIsAColumnWithoutValues() {
        widgets();

        db.evolve(table("widgets", text("name"), number("size"), text("colour")));

        assertThat(column("colour")).containsExactly("null", "null", "null");
        assertThat(column("name")).containsExactly("one", "two", "null");
    }

    @Test
    void aNewFieldWithADefaultFillsTheRowsThatExist() {
        widgets();

        db.evolve(table(
                "widgets",
                text("name"),
                number("size"),
                text("colour").withDefault("red").notNull()));

        assertThat(column("colour")).containsExactly("red", "red", "red");
    }

    @Test
    void aNewIndexAndLaterNoneComeAndGo() {
        widgets();
        db.evolve(with(WIDGETS, new Index("by_name", List.of("name", "size"), false)));
        assertThat(db.migrations().plan(List.of(WIDGETS)).steps())
                .extracting(Plan.Step::operation)
                .containsExactly("drop index");

        db.evolve(WIDGETS);
    }

    @Test
    void aNewUniqueIsHeldAndLaterLifted() {
        widgets();
        db.evolve(with(WIDGETS, new Index("name", List.of("name"), true)));
        assertThatThrownBy(() -> insert("d", "one", "9")).isInstanceOf(IllegalStateException.class);

        db.evolve(WIDGETS);

        insert("d", "one", "9");
    }

    @Test
    void aUniqueThatBecomesAPlainIndexIsExchanged() {
        db.evolve(with(WIDGETS, new Index("name", List.of("name"), true)));

        db.evolve(with(WIDGETS, new Index("name", List.of("name"), false)));

        insert("a", "one", "1");
        insert("b", "one", "1");
    }

    @Test
    void aNewCheckIsHeldAndLaterExchanged() {
        widgets();
        db.evolve(with(WIDGETS, new Check("size", "[size] > 0 AND [name] <> '[name]'")));
        assertThatThrownBy(() -> insert("d", "x", "0")).isInstanceOf(IllegalStateException.class);

        db.evolve(with(WIDGETS, new Check("size", "[size] >= 0")));

        insert("d", "x", "0");
    }

    @Test
    void aNewDefaultIsForRowsToComeAndMayChangeAndGo() {
        widgets();
        db.evolve(table("widgets", text("name").withDefault("it's"), number("size")));
        db.run(insertOnly("d"));
        db.evolve(table("widgets", text("name").withDefault("other"), number("size")));
        db.run(insertOnly("e"));
        db.evolve(WIDGETS);
        db.run(insertOnly("f"));

        assertThat(column("name")).containsExactly("one", "two", "null", "it's", "other", "null");
    }

    @Test
    void notNullWithADefaultFillsNullsFirst() {
        widgets();

        db.evolve(table("widgets", text("name").withDefault("none").notNull(), number("size")));

        assertThat(column("name")).containsExactly("one", "two", "none");
        db.evolve(WIDGETS);
        insert("d", null, null);
    }

    @Test
    void aForeignKeyIsHeldAndLaterLifted() {
        Table owned = table("owned", text("widget_id"));
        widgets();
        db.evolve(WIDGETS, with(owned, new ForeignKey("widget", List.of("widget_id"), "widgets", List.of("id"))));
        String orphan = "INSERT INTO " + q("owned") + " (" + q("id") + ", " + q("widget_id") + ") VALUES ('x', 'none')";
        assertThatThrownBy(() -> db.run(orphan)).isInstanceOf(IllegalStateException.class);

        db.evolve(WIDGETS, owned);

        db.run(orphan);
    }

    @Test
    void aRenamedFieldTakesItsValuesAlongAndTheOldColumnStays() {
        db.evolve(table("widgets", text("name").notNull(), number("size")));
        insert("a", "one", "1");
        insert("b", "two", "2");
        Table renamed = table("widgets", text("title").notNull().renamedFrom("name"), number("size"));

        db.evolve(renamed);

        assertThat(column("title")).containsExactly("one", "two");
        assertThat(column("name")).containsExactly("one", "two");
        assertThat(db.migrations().plan(List.of(renamed)).orphans())
                .containsExactly(new Plan.Orphan("widgets", "name"));
        db.run("INSERT INTO " + q("widgets") + " (" + q("id") + ", " + q("title") + ") VALUES ('c', 'three')");
    }

    @Test
    void valuesThatComeIntoTheOldColumnLaterAreCopiedOnDemand() {
        widgets();
        Table renamed = table("widgets", text("title").renamedFrom("name"), number("size"));
        db.evolve(renamed);
        insert("d", "late", "4");

        assertThat(db.migrations().backfill(List.of(renamed), false))
                .containsExactly(new Backfill("widgets", "title", "name", 1));
        assertThat(column("title")).containsExactly("one", "two", "null", "null");
        assertThat(db.migrations().backfill(List.of(renamed), true))
                .containsExactly(new Backfill("widgets", "title", "name", 1));
        assertThat(column("title")).containsExactly("one", "two", "null", "late");
        assertThat(db.migrations()
                        .backfill(List.of(renamed, table("none", text("a").renamedFrom("b"))), false))
                .containsExactly(new Backfill("widgets", "title", "name", 0));
    }

    @Test
    void aRenamedFieldWithADefaultTakesItsValuesAlong() {
        widgets();

        db.evolve(table("widgets", text("title").withDefault("none").notNull().renamedFrom("name"), number("size")));

        assertThat(column("title")).containsExactly("one", "two", "none");
    }

    @Test
    void aRemovedFieldIsKeptAndReported() {
        db.evolve(table("widgets", text("name").notNull(), number("size")));
        insert("a", "one", "1");
        Table smaller = table("widgets", number("size"));

        db.evolve(smaller);

        assertThat(column("name")).containsExactly("one");
        assertThat(db.migrations().plan(List.of(smaller)).orphans())
                .containsExactly(new Plan.Orphan("widgets", "name"));
        db.run(insertOnly("b"));
    }

    @Test
    void aRemovedClassIsKeptAndReported() {
        widgets();
        Table other = table("others");

        db.evolve(other);

        assertThat(column("name")).containsExactly("one", "two", "null");
        assertThat(db.migrations().plan(List.of(other)).orphans()).containsExactly(new Plan.Orphan("widgets", null));
    }

    @Test
    void withTheOptInRemovedFieldsAndClassesAreDroppedAndForeignTablesStay() {
        db.evolve(with(WIDGETS, new Index("both", List.of("name", "size"), true)), table("others"));
        db.run("CREATE TABLE " + q("foreign") + " (" + q("a") + " integer)");
        Table smaller = table("widgets", number("size"));

        db.evolve(true, smaller);

        assertThat(db.migrations().plan(List.of(smaller)).orphans()).containsExactly(new Plan.Orphan("foreign", null));
    }

    @Test
    void withTheOptInTablesThatPointAtOneAnotherGoTogether() {
        Table a = with(table("a", text("b_id")), new ForeignKey("f", List.of("b_id"), "b", List.of("id")));
        Table b = with(table("b", text("a_id")), new ForeignKey("f", List.of("a_id"), "a", List.of("id")));
        Table c = with(table("c", text("a_id")), new ForeignKey("f", List.of("a_id"), "a", List.of("id")));
        db.evolve(a, b, c);

        db.evolve(true, table("c", text("a_id")));

        assertThat(db.migrations().plan(List.of(table("c", text("a_id")))).orphans())
                .isEmpty();
    }

    @Test
    void aTypeGrowsWithItsValues() {
        widgets();

        db.evolve(table(
                "widgets",
                Column.of("name", ColumnType.longText()).withDefault("x").notNull(),
                Column.of("size", ColumnType.of(ColumnType.Kind.BIGINT)).withDefault("7")));
        db.evolve(table(
                "widgets",
                Column.of("name", ColumnType.text(3)),
                Column.of("size", ColumnType.decimal(10, 2)).notNull().withDefault("5")));

        assertThat(column("name")).containsExactly("one", "two", "x");
        assertThat(column("size")).containsExactly("1.00", "2.00", "5.00");
    }

    @Test
    void aTypeChangesWhenNoValueIsHurt() {
        db.evolve(WIDGETS);
        insert("a", null, "1");

        db.evolve(table("widgets", number("name").withDefault("3"), Column.of("size", ColumnType.text(10))));

        assertThat(column("name")).containsExactly("null");
    }

    @Test
    void aTableMadeByHandIsTakenOver() {
        db.run("CREATE TABLE " + q("widgets") + " (" + q("id") + " varchar(36) NOT NULL PRIMARY KEY, " + q("name")
                + " varchar(100) DEFAULT 'x', " + q("extra") + " integer)");
        db.run("CREATE INDEX by_hand ON " + q("widgets") + " (" + q("extra") + ")");

        db.evolve(with(WIDGETS, new Index("name", List.of("name"), true)));

        assertThat(db.migrations().plan(List.of(WIDGETS)).unexplained()).hasSize(1);
        assertThat(db.migrations().plan(List.of(WIDGETS)).unexplained().get(0)).containsIgnoringCase("by_hand");
    }
}
