package io.appkernel.store;

import static io.appkernel.errors.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appkernel.db.DatabaseKind;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.FieldError;
import io.appkernel.errors.KernelException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a store does on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoreContract {
    private TestEntities entities;
    private EntityStore<Everything> everything;
    private EntityStore<Widget> widgets;

    abstract DatabaseKind kind();

    @BeforeAll
    void start() {
        entities = new TestEntities(kind());
        everything = entities.store(Everything.class);
        widgets = entities.store(Widget.class);
    }

    @AfterAll
    void stop() {
        entities.close();
    }

    @BeforeEach
    void empty() {
        for (Widget widget : widgets.query().includeDeleted().list()) {
            widgets.delete(widget.getId());
        }
    }

    @Test
    void everyTypeComesBackAsItWent() {
        Everything given = full();

        String id = everything.save(given).getId();

        Everything read = everything.get(id).orElseThrow();
        assertThat(read).usingRecursiveComparison().isEqualTo(given);
        assertThat(everything.history(id).get(0).entity())
                .usingRecursiveComparison()
                .ignoringFields("maker")
                .isEqualTo(given);
    }

    @Test
    void nullAndEmptyAreToldApart() {
        Everything nothing = new Everything();
        Everything empty = new Everything();
        empty.text = "";
        empty.longText = "";
        empty.bytes = new byte[0];
        empty.tags = List.of();
        empty.scores = Map.of();

        Everything readNothing =
                everything.get(everything.save(nothing).getId()).orElseThrow();
        Everything readEmpty = everything.get(everything.save(empty).getId()).orElseThrow();

        assertThat(readNothing.text).isNull();
        assertThat(readNothing.bytes).isNull();
        assertThat(readNothing.tags).isNull();
        assertThat(readNothing.count).isNull();
        assertThat(readEmpty.text).isEmpty();
        assertThat(readEmpty.longText).isEmpty();
        assertThat(readEmpty.bytes).isEmpty();
        assertThat(readEmpty.tags).isEmpty();
        assertThat(readEmpty.scores).isEmpty();
    }

    static Everything full() {
        Everything all = new Everything();
        all.text = "O'Hara; DROP TABLE \"x\" `y` \\ é漢字 🦊 \u200b end ";
        all.longText = "x🦊".repeat(40_000);
        all.letter = 'ß';
        all.yes = true;
        all.tiny = Byte.MIN_VALUE;
        all.small = Short.MAX_VALUE;
        all.number = Integer.MIN_VALUE;
        all.big = Long.MAX_VALUE;
        all.rough = 1.5f;
        all.fine = Math.PI;
        all.maybe = false;
        all.count = Integer.MAX_VALUE;
        all.total = Long.MIN_VALUE;
        all.ratio = 1e-300;
        all.exact = new BigDecimal("12345678901234567890.0123456789");
        all.huge = new BigInteger("99999999999999999999999999999999999999");
        all.instant = Instant.parse("2026-02-10T14:30:00.123456Z");
        all.offset = OffsetDateTime.parse("2026-02-10T14:30:00.654321Z");
        all.date = LocalDate.of(1582, 10, 4);
        all.time = LocalTime.parse("23:59:59.999999");
        all.dateTime = LocalDateTime.parse("2026-03-08T02:30:00.000001");
        all.duration = Duration.ofDays(40_000).plusNanos(7);
        all.uuid = UUID.fromString("ffffffff-ffff-7fff-bfff-ffffffffffff");
        all.bytes = new byte[] {0, -1, 39, 92, 127};
        all.mood = Everything.Mood.WILD;
        all.tags = List.of("a", "b,'\"", "", "🦊");
        all.scores = Map.of("one", 1);
        all.moods = Set.of(Everything.Mood.CALM);
        all.point = new Everything.Point(3, -4);
        all.place.streetName = "Main";
        all.place.houseNumber = 7;
        return all;
    }

    @Test
    void savingInsertsAndThenUpdates() {
        Widget widget = widgets.save(Widget.named("one", 1));
        assertThat(widget.getId()).hasSize(36);
        assertThat(widget.getVersion()).isEqualTo(1);
        assertThat(widget.getCreatedAt()).isNotNull().isEqualTo(widget.getUpdatedAt());

        widget.price = 2;
        Widget again = widgets.save(widget);

        assertThat(again.getVersion()).isEqualTo(2);
        assertThat(again.getUpdatedAt()).isAfter(again.getCreatedAt());
        assertThat(widgets.get(widget.getId()).orElseThrow().price).isEqualTo(2);
        assertThat(widgets.count("")).isEqualTo(1);
    }

    @Test
    void anIdOfTheCallersIsKeptAndItsRowOverwritten() {
        Widget mine = Widget.named("mine", 1);
        mine.setId("my-id");
        Instant created = widgets.save(mine).getCreatedAt();

        Widget other = Widget.named("other", 2);
        other.setId("my-id");
        widgets.save(other);

        Widget read = widgets.get("my-id").orElseThrow();
        assertThat(read.name).isEqualTo("other");
        assertThat(read.getVersion()).isEqualTo(2);
        assertThat(read.getCreatedAt()).isEqualTo(created);
    }

    @Test
    void mapsSaveSomeFieldsByEitherName() {
        Widget made = widgets.save(Map.of("name", "n", "price", 5, "workspace_id", "w", "tags", List.of("x")));
        Widget changed = widgets.save(Map.of("id", made.getId(), "workspaceId", "v"));

        assertThat(changed.name).isEqualTo("n");
        assertThat(changed.price).isEqualTo(5);
        assertThat(changed.workspaceId).isEqualTo("v");
        assertThat(changed.tags).containsExactly("x");
        assertThat(changed.getVersion()).isEqualTo(2);
    }

    @Test
    void unknownFieldsAndUnfitValuesAreRefused() {
        assertThatThrownBy(() -> widgets.save(Map.of("name", "n", "prise", 5)))
                .isInstanceOfSatisfying(KernelException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.INVALID);
                    assertThat(e.getMessage()).contains("\"prise\"", "price", "workspace_id", "workspaceId");
                });
        assertThatThrownBy(() -> widgets.save(Map.of("name", "n", "price", "many")))
                .isInstanceOfSatisfying(
                        KernelException.class,
                        e -> assertThat(e.errors().get(0).field()).isEqualTo("price"));
    }

    @Test
    void updateChangesWhatItNamesAndFindsNoMissingRow() {
        Widget widget = widgets.save(Widget.named("a", 1));

        Widget changed = widgets.update(widget.getId(), Map.of("price", 9));

        assertThat(changed.name).isEqualTo("a");
        assertThat(changed.price).isEqualTo(9);
        refused(ErrorCode.NOT_FOUND, () -> widgets.update("none", Map.of("price", 1)));
    }

    @Test
    void aLockedRowIsReadAnewAndNobodyElseChangesItMeanwhile() {
        Widget widget = widgets.save(Widget.named("old", 1));
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> change = entities.stores.managers().writing(manager -> {
                assertThat(widgets.get(widget.getId()).orElseThrow().name).isEqualTo("old");
                soon(other.submit(() -> widgets.update(widget.getId(), Map.of("name", "first"))));
                assertThat(widgets.lock(widget.getId()).orElseThrow().name).isEqualTo("first");
                Future<?> second = other.submit(() -> widgets.update(widget.getId(), Map.of("name", "second")));
                assertThatThrownBy(() -> second.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
                return second;
            });
            soon(change);
        } finally {
            other.shutdownNow();
        }
        assertThat(widgets.get(widget.getId()).orElseThrow().name).isEqualTo("second");
        assertThat(widgets.lock(UUID.randomUUID().toString())).isEmpty();
    }

    private static void soon(Future<?> done) {
        assertThat(done).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void ofTwoUpdatesWithOneExpectedVersionOneWins() {
        Widget widget = widgets.save(Widget.named("a", 1));

        widgets.update(widget.getId(), Map.of("price", 2), 1);

        refused(ErrorCode.CONFLICT, () -> widgets.update(widget.getId(), Map.of("price", 3), 1));
        widget.price = 4;
        refused(ErrorCode.CONFLICT, () -> widgets.save(widget));
        assertThat(widgets.get(widget.getId()).orElseThrow().price).isEqualTo(2);
    }

    @Test
    void whatTheDatabaseRefusesIsTheCallersMistake() {
        EntityStore<Everything.Maker> makers = entities.store(Everything.Maker.class);
        makers.save(Map.of("name", "only"));

        refused(ErrorCode.CONFLICT, () -> makers.save(Map.of("name", "only")));
        refused(ErrorCode.INVALID, () -> widgets.save(Widget.named("cheap", -1)));
        refused(ErrorCode.INVALID, () -> widgets.save(Map.of("price", 1, "name", "x".repeat(300))));
        Widget gone = widgets.save(Widget.named("gone", 1));
        widgets.delete(gone.getId());
        gone.price = 5;
        refused(ErrorCode.CONFLICT, () -> widgets.save(gone));
    }

    @Test
    void referencesAreKeptAndAskedFor() {
        EntityStore<Everything.Maker> makers = entities.store(Everything.Maker.class);
        Everything.Maker maker = makers.save(Map.of("name", "maker-" + System.nanoTime()));
        Everything given = new Everything();
        given.maker = maker;

        String id = everything.save(given).getId();
        String other = everything.save(Map.of("maker_id", maker.getId())).getId();

        assertThat(everything.get(id).orElseThrow().maker.name).isEqualTo(maker.name);
        assertThat(everything.get(other).orElseThrow().maker.getId()).isEqualTo(maker.getId());
        assertThat(everything.count("maker_id = ?", maker.getId())).isEqualTo(2);
        assertThat(everything.history(id).get(0).entity().maker.getId()).isEqualTo(maker.getId());
        assertThat(everything.save(Map.of("id", id, "text", "kept")).maker).isNotNull();
    }

    @Test
    void softDeletionHidesAndRestoreShows() {
        Widget widget = widgets.save(Widget.named("a", 1));

        assertThat(widgets.softDelete(widget.getId())).isTrue();

        assertThat(widgets.softDelete(widget.getId())).isFalse();
        assertThat(widgets.get(widget.getId())).isEmpty();
        assertThat(widgets.find("")).isEmpty();
        assertThat(widgets.count("")).isZero();
        assertThat(widgets.query().includeDeleted().count()).isEqualTo(1);
        assertThat(widgets.restore(widget.getId())).isTrue();
        assertThat(widgets.get(widget.getId()).orElseThrow().getDeletedAt()).isNull();
        assertThat(widgets.history(widget.getId())).hasSize(3);
    }

    @Test
    void deletionRemovesTheRowAndKeepsItsHistory() {
        Widget widget = widgets.save(Widget.named("a", 1));

        assertThat(widgets.delete(widget.getId())).isTrue();

        assertThat(widgets.delete(widget.getId())).isFalse();
        assertThat(widgets.query().includeDeleted().count()).isZero();
        assertThat(widgets.history(widget.getId()))
                .extracting(version -> version.operation() + " " + version.number() + " " + version.entity().name)
                .containsExactly("DELETE 2 a", "INSERT 1 a");
    }

    @Test
    void whatBreaksAConstraintIsRefusedWithItsFields() {
        EntityStore<Badge> badges = entities.store(Badge.class);

        assertInvalid(() -> badges.save(new Badge()), "full_name");
        assertInvalid(() -> badges.save(Map.of("full_name", " ", "tags", List.of("a", "b", "c"))), "full_name", "tags");
        assertInvalid(() -> badges.save(Map.of("full_name", "a", "tags", List.of("longer"))), "tags[0]");
        assertInvalid(() -> badges.save(Map.of("full_name", "a", "door.number", -1)), "door.number");
        Badge badge = badges.save(Map.of("full_name", "a"));
        assertInvalid(() -> badges.update(badge.getId(), Map.of("full_name", "")), "full_name");
        assertInvalid(() -> badges.save(Map.of("id", badge.getId(), "full_name", ""), "id"), "full_name");
        assertThat(badges.get(badge.getId()).orElseThrow().fullName).isEqualTo("a");
        assertThat(badges.history(badge.getId())).hasSize(1);
    }

    /** What has been saved is managed until the transaction ends. */
    @Test
    void whatIsSetAfterSavingIsCheckedToo() {
        EntityStore<Badge> badges = entities.store(Badge.class);
        long before = badges.count("");

        assertThatThrownBy(() -> entities.stores.managers().writing(ignored -> {
                    Badge badge = badges.save(Map.of("full_name", "a"));
                    badge.fullName = "";
                    return badge;
                }))
                .hasStackTraceContaining("ConstraintViolationException");
        Badge stored = badges.save(Map.of("full_name", "b"));
        assertThatThrownBy(() -> entities.stores.managers().writing(manager -> {
                    manager.find(Badge.class, stored.getId()).fullName = null;
                    manager.flush();
                    return stored;
                }))
                .hasStackTraceContaining("ConstraintViolationException");

        assertThat(badges.count("")).isEqualTo(before + 1);
        assertThat(badges.get(stored.getId()).orElseThrow().fullName).isEqualTo("b");
    }

    private static void assertInvalid(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String... fields) {
        assertThatThrownBy(call).isInstanceOfSatisfying(KernelException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.INVALID);
            assertThat(e.errors()).extracting(FieldError::field).containsExactly(fields);
            assertThat(e.errors()).extracting(FieldError::message).doesNotContain("");
        });
    }
}
