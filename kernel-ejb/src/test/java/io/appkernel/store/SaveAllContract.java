package io.appkernel.store;

import static io.appkernel.errors.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.db.DatabaseKind;
import io.appkernel.errors.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Many entities with ids that the app gave, saved at once: each as if it were saved alone, on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SaveAllContract {
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

    private static Widget widget(String id, int price) {
        Widget widget = Widget.named("saved", price);
        widget.setId(id);
        return widget;
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private List<String> versions(String id) {
        return widgets.history(id).stream()
                .map(version -> version.number() + " " + version.operation() + " " + version.entity().price)
                .toList();
    }

    @Test
    void aMixedBatchIsSavedAsIfEachWereSavedAlone() {
        Widget stored = widgets.save(Widget.named("stored", 1));
        Widget read = widgets.save(Widget.named("read", 1));
        read.price = 2;
        String hidden = widgets.save(Widget.named("hidden", 1)).getId();
        widgets.softDelete(hidden);
        String deleted = widgets.save(Widget.named("deleted", 1)).getId();
        widgets.delete(deleted);
        String fresh = newId();
        Widget unnamed = Widget.named("without id", 2);

        List<Widget> saved = widgets.saveAll(List.of(
                widget(fresh, 2), widget(stored.getId(), 2), read, widget(hidden, 2), widget(deleted, 2), unnamed));

        assertThat(saved).extracting(widget -> widget.price).containsOnly(2);
        assertThat(saved).extracting(Widget::getId).startsWith(fresh, stored.getId(), read.getId(), hidden, deleted);
        assertThat(versions(fresh)).containsExactly("1 INSERT 2");
        assertThat(versions(stored.getId())).containsExactly("2 UPDATE 2", "1 INSERT 1");
        assertThat(versions(read.getId())).containsExactly("2 UPDATE 2", "1 INSERT 1");
        assertThat(versions(hidden)).containsExactly("3 UPDATE 2", "2 UPDATE 1", "1 INSERT 1");
        assertThat(versions(deleted)).containsExactly("3 INSERT 2", "2 DELETE 1", "1 INSERT 1");
        assertThat(versions(saved.get(5).getId())).containsExactly("1 INSERT 2");
        assertThat(widgets.get(hidden)).as("still softly deleted").isEmpty();
        assertThat(widgets.get(stored.getId()).orElseThrow().getCreatedAt()).isEqualTo(stored.getCreatedAt());
        assertThat(widgets.get(deleted).orElseThrow().getVersion()).isEqualTo(3);
    }

    @Test
    void theLastOfTwoWithOneIdIsWhatStays() {
        String fresh = newId();
        String stored = widgets.save(Widget.named("stored", 1)).getId();
        Widget same = widget(newId(), 4);

        List<Widget> saved = widgets.saveAll(
                List.of(widget(fresh, 1), widget(stored, 2), widget(fresh, 2), widget(stored, 3), same, same));

        assertThat(saved.get(0).getId()).isEqualTo(saved.get(2).getId());
        assertThat(widgets.get(fresh).orElseThrow().price).isEqualTo(2);
        assertThat(versions(fresh)).containsExactly("2 UPDATE 2", "1 INSERT 1");
        assertThat(widgets.get(stored).orElseThrow().price).isEqualTo(3);
        assertThat(versions(stored)).first().asString().endsWith("UPDATE 3");
        assertThat(versions(same.getId())).containsExactly("1 INSERT 4");
    }

    @Test
    void oneThatOthersChangedStopsAll() {
        Widget read = widgets.save(Widget.named("read", 1));
        widgets.update(read.getId(), Map.of("price", 5));
        read.price = 2;
        String one = newId();
        String other = newId();

        refused(ErrorCode.CONFLICT, () -> widgets.saveAll(List.of(widget(one, 1), read, widget(other, 1))));

        assertThat(widgets.get(one)).isEmpty();
        assertThat(versions(other)).isEmpty();
        assertThat(versions(read.getId())).containsExactly("2 UPDATE 5", "1 INSERT 1");
    }

    @Test
    void whatTheTransactionDidBeforeIsSeen() {
        String removed = newId();
        String changed = widgets.save(Widget.named("stored", 1)).getId();
        String made = newId();
        widgets.save(widget(removed, 1));

        entities.stores.managers().writing(manager -> {
            widgets.delete(removed);
            widgets.update(changed, Map.of("colour", "red", "price", 2));
            widgets.save(widget(made, 1));
            widgets.saveAll(List.of(widget(removed, 3), widget(changed, 3), widget(made, 3)));
            return made;
        });

        assertThat(versions(removed)).containsExactly("3 INSERT 3", "2 DELETE 1", "1 INSERT 1");
        assertThat(widgets.get(changed).orElseThrow().colour)
                .as("all of the row")
                .isNull();
        assertThat(widgets.get(changed).orElseThrow().price).isEqualTo(3);
        assertThat(versions(made)).first().asString().endsWith("3");
    }

    @Test
    void moreThanOneQueryAsksForAreSaved() {
        List<Widget> first = new ArrayList<>();
        List<Widget> second = new ArrayList<>();
        for (int i = 0; i < 1100; i++) {
            String id = newId();
            second.add(widget(id, 2));
            if (i % 2 == 0) {
                first.add(widget(id, 1));
            }
        }
        widgets.saveAll(first);

        widgets.saveAll(second);

        assertThat(versions(second.get(0).getId())).containsExactly("2 UPDATE 2", "1 INSERT 1");
        assertThat(versions(second.get(1098).getId())).containsExactly("2 UPDATE 2", "1 INSERT 1");
        assertThat(versions(second.get(1099).getId())).containsExactly("1 INSERT 2");
    }

    @Test
    void manyWhoSaveNewRowsAtOnceDoNotStandInEachOthersWay() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            List<Widget> batch = new ArrayList<>();
            for (int row = 0; row < 100; row++) {
                batch.add(widget(newId(), 1));
            }
            all.add(threads.submit(() -> entities.stores
                    .managers()
                    .writing(manager -> widgets.saveAll(batch).size())));
        }
        threads.shutdown();

        for (Future<?> one : all) {
            assertThat(one.get()).isEqualTo(100);
        }
    }
}
