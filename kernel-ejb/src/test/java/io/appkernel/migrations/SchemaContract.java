package io.appkernel.migrations;

import static io.appkernel.migrations.Tables.number;
import static io.appkernel.migrations.Tables.table;
import static io.appkernel.migrations.Tables.text;
import static io.appkernel.migrations.Tables.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.db.DatabaseKind;
import io.appkernel.schema.Check;
import io.appkernel.schema.Column;
import io.appkernel.schema.ColumnType;
import io.appkernel.schema.ColumnType.Kind;
import io.appkernel.schema.ForeignKey;
import io.appkernel.schema.Index;
import io.appkernel.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a database makes of wanted tables. */
abstract class SchemaContract extends DatabaseContract {
    private static final String NAUGHTY =
            "it's; \"quoted\" `ticked` \\ back [b] ${x} — naïve 日本 😀\n--changeset x:1\nDROP";

    @Test
    void everyTypeIsReadBackAsItWasMade() {
        List<Column> columns = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            columns.add(Column.of("c_" + kind, ColumnType.of(kind)));
        }
        columns.add(Column.of("short_text", ColumnType.text(3)));
        columns.add(Column.of("money", ColumnType.decimal(19, 2)));
        columns.add(Column.of("key_bytes", ColumnType.bytes(16)));
        columns.removeIf(column -> column.type().equals(ColumnType.of(Kind.DECIMAL)));

        db.evolve(table("everything", columns.toArray(Column[]::new)));
    }

    @Test
    void everyDefaultIsReadBackAsItWasMade() {
        db.evolve(table(
                "defaults",
                text("plain").withDefault("draft"),
                text("empty").withDefault(""),
                text("naughty").withDefault(NAUGHTY),
                Column.of("long_text", ColumnType.longText()).withDefault("it's"),
                Column.of("json", ColumnType.of(Kind.JSON)).withDefault("{\"a\": [1, 'x']}"),
                number("number").withDefault("-7").notNull(),
                Column.of("big", ColumnType.of(Kind.BIGINT)).withDefault("9223372036854775807"),
                Column.of("money", ColumnType.decimal(19, 2)).withDefault("0"),
                Column.of("ratio", ColumnType.of(Kind.DOUBLE)).withDefault("0.25"),
                Column.of("single", ColumnType.of(Kind.REAL)).withDefault("1.5"),
                Column.of("yes", ColumnType.of(Kind.BOOLEAN)).withDefault("true"),
                Column.of("no", ColumnType.of(Kind.BOOLEAN))
                        .withDefault("false")
                        .notNull(),
                Column.of("day", ColumnType.of(Kind.DATE)).withDefault("2020-02-29"),
                Column.of("time", ColumnType.of(Kind.TIME)).withDefault("23:59:58.000001"),
                Column.of("local", ColumnType.of(Kind.DATETIME)).withDefault("2020-02-29T23:59:58.5"),
                Column.of("instant", ColumnType.of(Kind.INSTANT)).withDefault("2020-03-08T07:30:00.123456Z"),
                Column.of("uuid", ColumnType.of(Kind.UUID)).withDefault("0e37df36-f698-11e6-8dd4-cb9ced3df976"),
                Column.of("now_instant", ColumnType.of(Kind.INSTANT)).withDefault("now()"),
                Column.of("now_local", ColumnType.of(Kind.DATETIME)).withDefault("now()"),
                Column.of("now_day", ColumnType.of(Kind.DATE)).withDefault("now()"),
                Column.of("now_time", ColumnType.of(Kind.TIME)).withDefault("now()")));

        db.run("INSERT INTO " + q("defaults") + " (" + q("id") + ") VALUES ('a')");

        assertThat(db.rows("SELECT " + q("naughty") + " FROM " + q("defaults"))).containsExactly(NAUGHTY);
    }

    @Test
    void indexesUniquesChecksAndForeignKeysAreReadBackAsTheyWereMade() {
        Table parent = with(
                table("parents", text("code").notNull(), text("area")),
                new Index("code", List.of("code"), true),
                new Index("both", List.of("area", "code"), false));
        Table child = with(
                with(table("children", text("parent_id"), text("status")), new Check("s", "[status] in ('a', '[b];')")),
                new ForeignKey("parent", List.of("parent_id"), "parents", List.of("id")));

        db.evolve(child, parent);

        assertThat(db.rows("SELECT 1 FROM " + q("children"))).isEmpty();
    }

    @Test
    void namesMayBeLongReservedUnicodeAndQuoted() {
        String longest = "x"
                .repeat(kind() == DatabaseKind.H2 ? 63 : db.database.dialect().longestName() - 1);
        List<Table> tables = new ArrayList<>();
        for (String name : List.of(longest, "select", "naïve 日本", "it's; \"so\" `here`", "Mixed Case")) {
            Table made = table(name, text(longest), text("order"), number("gro\"up`e"));
            tables.add(with(
                    with(
                            made,
                            new Index(longest, List.of("order", longest), false),
                            new Index("u", List.of(longest), true)),
                    new Check(longest, "[order] <> 'it''s [order]; --'")));
        }

        db.evolve(tables.toArray(Table[]::new));
    }
}
