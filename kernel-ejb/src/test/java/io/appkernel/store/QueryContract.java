package io.appkernel.store;

import static io.appkernel.errors.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appkernel.db.DatabaseKind;
import io.appkernel.errors.ErrorCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be asked on every database, and what is refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class QueryContract {
    private TestEntities entities;
    private EntityStore<Widget> widgets;

    abstract DatabaseKind kind();

    @BeforeAll
    void start() {
        entities = new TestEntities(kind());
        widgets = entities.store(Widget.class);
    }

    @AfterAll
    void stop() {
        entities.close();
    }

    @BeforeEach
    void fill() {
        for (Widget widget : widgets.query().includeDeleted().list()) {
            widgets.delete(widget.getId());
        }
        save("apple", 1, "red", "w1");
        save("Banana", 2, "yellow", "w1");
        save("cherry", 3, null, "w2");
        save("O'Dill; DROP TABLE \"widgets\"", 4, "green", "w2");
    }

    private void save(String name, int price, String colour, String workspace) {
        Widget widget = Widget.named(name, price);
        widget.colour = colour;
        widget.workspaceId = workspace;
        widgets.save(widget);
    }

    private List<String> names(String where, Object... values) {
        return widgets.query().matching(where, values).orderBy("price").list().stream()
                .map(widget -> widget.name)
                .toList();
    }

    @Test
    void conditionsCompareFieldsWithParameters() {
        assertThat(names("price > ?", 2)).hasSize(2);
        assertThat(names("? < price", 2)).hasSize(2);
        assertThat(names("price between ? and ?", 2, 3)).containsExactly("Banana", "cherry");
        assertThat(names("price not between ? and ? and workspaceId = ?", 2, 3, "w1"))
                .containsExactly("apple");
        assertThat(names("colour is null")).containsExactly("cherry");
        assertThat(names("colour is not null and not (colour = ? or colour = ?)", "red", "green"))
                .containsExactly("Banana");
        assertThat(names("name like ?", "%an%")).containsExactly("Banana");
        assertThat(names("lower(name) = ?", "banana")).containsExactly("Banana");
        assertThat(names("length(name) = ?", 5)).containsExactly("apple");
        assertThat(names("workspace_id in (?, ?) and price <> ?", "w1", "w2", 1))
                .hasSize(3);
        assertThat(names("price in (?)", List.of(1, 3))).containsExactly("apple", "cherry");
        assertThat(names("price in (?)", List.of())).isEmpty();
        assertThat(names("price not in (?)", List.of())).hasSize(4);
        assertThat(names("created_at <= ?", Instant.now().plusSeconds(60).toString()))
                .hasSize(4);
        assertThat(names("name = workspaceId")).isEmpty();
    }

    @Test
    void valuesAreNeverSql() {
        String nasty = "O'Dill; DROP TABLE \"widgets\"";

        assertThat(names("name = ?", nasty)).containsExactly(nasty);
        assertThat(names("name = ?", "' or '1'='1")).isEmpty();
        assertThat(widgets.count("")).isEqualTo(4);
    }

    @Test
    void namedParametersComeInAMap() {
        List<Widget> found = widgets.find(
                "price >= :least and (workspaceId = :w or colour in (:colours))",
                Map.of("least", 2, "w", "w2", "colours", List.of("yellow")),
                "price desc",
                2,
                1,
                false);

        assertThat(found).extracting(widget -> widget.price).containsExactly(3, 2);
    }

    @Test
    void aQuestionIsBuiltWordByWord() {
        assertThat(widgets.query()
                        .where("price")
                        .atLeast(2)
                        .where("colour")
                        .isNotNull()
                        .orderBy("name desc")
                        .list())
                .extracting(widget -> widget.price)
                .containsExactlyInAnyOrder(4, 2);
        assertThat(widgets.query().where("colour").is(null).count()).isEqualTo(1);
        assertThat(widgets.query()
                        .where("price")
                        .in(List.of(1, 2))
                        .where("name")
                        .like("a%")
                        .first())
                .isPresent();
        assertThat(widgets.query()
                        .where("workspace_id")
                        .isNot("w1")
                        .where("price")
                        .below(4)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void nullComesBeforeEveryValue() {
        assertThat(widgets.query().orderBy("colour").first().orElseThrow().name).isEqualTo("cherry");
        assertThat(widgets.query().orderBy("colour desc").list().get(3).name).isEqualTo("cherry");
    }

    @Test
    void pagesNeitherRepeatNorLeaveOut() {
        for (int i = 0; i < 21; i++) {
            save("same", 7, "same", "w3");
        }
        List<String> seen = new ArrayList<>();
        for (int offset = 0; offset < 25; offset += 4) {
            widgets.query().orderBy("price").limit(4).offset(offset).list().forEach(widget -> seen.add(widget.getId()));
        }

        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        assertThat(widgets.find("")).isSortedAccordingTo((a, b) -> b.getId().compareTo(a.getId()));
        assertThat(widgets.query().limit(0).list()).isEmpty();
        assertThat(widgets.query().limit(3).count()).isEqualTo(25);
    }

    @Test
    void aPageDoesNotChangeTheQuestionsOfOthers() {
        assertThat(widgets.query().orderBy("name").limit(2).offset(1).list()).hasSize(2);
        assertThat(widgets.query().orderBy("name").list()).hasSize(4);
        assertThat(widgets.query().orderBy("name").limit(3).list()).hasSize(3);
        assertThat(widgets.query().orderBy("name").limit(1).offset(3).list()).hasSize(1);
        assertThat(widgets.count("price > ?", 1)).isEqualTo(3);
        assertThat(widgets.count("price > ?", 2)).isEqualTo(2);
        assertThat(widgets.find("price > ?", 2)).hasSize(2);
        assertThat(widgets.find("price > ?", 3)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name = 'x'",
                "1 = 1",
                "name = ? -- comment",
                "name = ?; delete from widgets",
                "(select count(*) from widgets) > ?",
                "exists (select id from widgets)",
                "name = ? union select name",
                "benchmark(?) = ?",
                "name",
                "name =",
                "name = ? or",
                "and name = ?",
                "(name = ?",
                "name = ?)",
                "name is ?",
                "\"name\" = ?",
                "`name` = ?",
                "widgets.name = ?",
                "name || name = ?",
                "price + price = ?",
            })
    void sqlInAConditionIsRefused(String where) {
        Object[] values = new Object[(int) where.chars().filter(c -> c == '?').count()];
        Arrays.fill(values, "x");

        refused(ErrorCode.INVALID, () -> widgets.find(where, values));
    }

    @ParameterizedTest
    @ValueSource(strings = {"price; drop table widgets", "(select 1)", "price desc nulls last", "1", "prise", "name, "})
    void sqlInAnOrderIsRefused(String order) {
        refused(ErrorCode.INVALID, () -> widgets.query().orderBy(order).list());
    }

    @Test
    void anUnknownFieldIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> widgets.count("prise > ?", 1))
                .hasMessageContaining("\"prise\"")
                .hasMessageContaining("price");
        assertThatThrownBy(() -> widgets.query().where("prise")).hasMessageContaining("known are");
        assertThatThrownBy(() -> widgets.save(Map.of("name\" = 1 --", "x"))).hasMessageContaining("known are");
    }

    @Test
    void tooFewOrTooManyValuesAreRefused() {
        assertThatThrownBy(() -> widgets.find("price = ?")).hasMessageContaining("more ?");
        assertThatThrownBy(() -> widgets.find("price = ?", 1, 2)).hasMessageContaining("fewer ?");
        assertThatThrownBy(() -> widgets.find("price = :p", Map.of("q", 1), "", 1, 0, false))
                .hasMessageContaining(":p");
    }

    @Test
    void wordsOfSqlAreNamesLikeOthers() {
        EntityStore<Select> selects = entities.store(Select.class);
        Select select = new Select();
        select.from = "f";
        select.order = 3;
        select.group = "g";
        String id = selects.save(select).getId();

        selects.update(id, Map.of("where", "w", "user", "u", "key", "k"));

        assertThat(selects.find("from = ? and order > ? and group like ?", "f", 2, "g%"))
                .extracting(row -> row.where + row.user + row.key)
                .containsExactly("wuk");
        assertThat(selects.query().orderBy("order desc, group").list()).hasSize(1);
        assertThat(selects.history(id)).hasSize(2);
    }

    @Test
    void momentsAreTheSameInEveryTimeZone() {
        EntityStore<Everything> everything = entities.store(Everything.class);
        Everything given = StoreContract.full();
        String id = everything.save(given).getId();
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            try (TestEntities again = entities.again()) {
                Everything read = again.store(Everything.class).get(id).orElseThrow();
                assertThat(read.instant).isEqualTo(given.instant);
                assertThat(read.dateTime).isEqualTo(given.dateTime);
                assertThat(read.date).isEqualTo(given.date);
                assertThat(read.time).isEqualTo(given.time);
                read.instant = Instant.parse("2026-03-08T07:30:00.000001Z");
                again.store(Everything.class).save(read);
                assertThat(again.store(Everything.class).history(id).get(0).entity().dateTime)
                        .isEqualTo(given.dateTime);
            }
        } finally {
            TimeZone.setDefault(before);
        }
        Everything back = everything.get(id).orElseThrow();
        assertThat(back.instant).isEqualTo(Instant.parse("2026-03-08T07:30:00.000001Z"));
        assertThat(back.dateTime).isEqualTo(given.dateTime);
        assertThat(everything.count("instant = ?", back.instant)).isEqualTo(1);
        assertThat(everything.count("mood = ? and uuid = ?", "WILD", given.uuid.toString()))
                .isEqualTo(1);
        assertThat(everything.count("place.streetName = ? and exact = ?", "Main", given.exact))
                .isEqualTo(1);
    }
}
