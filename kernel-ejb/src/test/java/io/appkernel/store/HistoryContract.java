package io.appkernel.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appkernel.context.Call;
import io.appkernel.context.Calls;
import io.appkernel.db.DatabaseKind;
import io.appkernel.history.History;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TransactionRequiredException;
import jakarta.persistence.criteria.CriteriaUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is remembered of every kind of change, on every database, and what many writers do to one row. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HistoryContract {
    private TestEntities entities;
    private EntityStore<Widget> widgets;
    private EntityManager manager;

    abstract DatabaseKind kind();

    @BeforeAll
    void start() {
        entities = new TestEntities(kind());
        widgets = entities.store(Widget.class);
        manager = entities.stores.manager();
    }

    @AfterAll
    void stop() {
        entities.close();
    }

    private <T> T inTransaction(Supplier<T> work) {
        return entities.stores.managers().writing(ignored -> work.get());
    }

    private List<String> versions(String id) {
        return widgets.history(id).stream()
                .map(version -> version.number() + " " + version.operation() + " " + version.entity().price)
                .toList();
    }

    @Test
    void theStoreLeavesAVersionForEachWrite() {
        Call call = new Call("request-1");
        call.by("user-1", null);
        String id;
        try (Calls.Scope scope = entities.calls.open(call)) {
            id = widgets.save(Widget.named("a", 1)).getId();
        }
        Widget changed = widgets.update(id, Map.of("price", 2));
        widgets.delete(id);

        List<EntityVersion<Widget>> history = widgets.history(id);
        assertThat(versions(id)).containsExactly("3 DELETE 2", "2 UPDATE 2", "1 INSERT 1");
        assertThat(history.get(2).by()).isEqualTo("user-1");
        assertThat(history.get(2).requestId()).isEqualTo("request-1");
        assertThat(history.get(1).by()).isNull();
        assertThat(history.get(1).at()).isEqualTo(changed.getUpdatedAt());
        assertThat(widgets.version(id, 2).orElseThrow().entity().price).isEqualTo(2);
        assertThat(widgets.version(id, 9)).isEmpty();
        assertThat(widgets.history("none")).isEmpty();
    }

    @Test
    void savingWhatDidNotChangeLeavesNoVersion() {
        Widget widget = widgets.save(Map.of("name", "same", "tags", List.of("a")));

        widgets.update(widget.getId(), Map.of("name", "same", "tags", List.of("a")));

        assertThat(widgets.history(widget.getId())).hasSize(1);
    }

    @Test
    void aListThatChangedInsideIsNoticed() {
        String id = widgets.save(Map.of("name", "list", "tags", new ArrayList<>(List.of("a"))))
                .getId();

        inTransaction(() -> widgets.get(id).orElseThrow().tags.add("b"));

        assertThat(widgets.get(id).orElseThrow().tags).containsExactly("a", "b");
        assertThat(widgets.history(id)).hasSize(2);
    }

    @Test
    void plainJpaLeavesVersionsToo() {
        Widget widget = Widget.named("jpa", 1);
        inTransaction(() -> {
            manager.persist(widget);
            return widget;
        });
        inTransaction(() -> {
            manager.find(Widget.class, widget.getId()).price = 2;
            return widget;
        });
        inTransaction(() -> {
            Widget detached = manager.find(Widget.class, widget.getId());
            manager.detach(detached);
            detached.price = 3;
            return manager.merge(detached);
        });
        inTransaction(() -> {
            manager.remove(manager.find(Widget.class, widget.getId()));
            return widget;
        });

        assertThat(versions(widget.getId())).containsExactly("4 DELETE 3", "3 UPDATE 3", "2 UPDATE 2", "1 INSERT 1");
        assertThat(widgets.history(widget.getId()).get(2).entity().getUpdatedAt())
                .isEqualTo(widgets.history(widget.getId()).get(2).at());
    }

    @Test
    void bulkStatementsLeaveAVersionForEachRow() {
        String one = widgets.save(Widget.named("bulk", 1)).getId();
        String two = widgets.save(Widget.named("bulk", 2)).getId();
        String other = widgets.save(Widget.named("other", 2)).getId();

        int updated = inTransaction(() -> manager.createQuery(
                        "update Widget w set w.price = w.price + 10 where w.name = :name and w.price < :most")
                .setParameter("name", "bulk")
                .setParameter("most", 100)
                .executeUpdate());
        int again = inTransaction(() -> {
            CriteriaUpdate<Widget> update = manager.getCriteriaBuilder().createCriteriaUpdate(Widget.class);
            var root = update.from(Widget.class);
            update.set("price", 50).where(manager.getCriteriaBuilder().equal(root.get("name"), "bulk"));
            return manager.createQuery(update).executeUpdate();
        });
        int deleted = inTransaction(() -> manager.createQuery("delete from Widget w where w.name = ?1")
                .setParameter(1, "bulk")
                .executeUpdate());

        assertThat(List.of(updated, again, deleted)).containsExactly(2, 2, 2);
        assertThat(versions(one)).containsExactly("4 DELETE 50", "3 UPDATE 50", "2 UPDATE 11", "1 INSERT 1");
        assertThat(versions(two)).containsExactly("4 DELETE 50", "3 UPDATE 50", "2 UPDATE 12", "1 INSERT 2");
        assertThat(versions(other)).hasSize(1);
        EntityVersion<Widget> bulk = widgets.version(one, 2).orElseThrow();
        assertThat(bulk.entity().getUpdatedAt()).isEqualTo(bulk.at());
        assertThat(bulk.entity().getVersion()).isEqualTo(2);
    }

    @Test
    void nativeStatementsOnEntitiesAreRefusedUnlessHinted() {
        String id = widgets.save(Widget.named("native", 1)).getId();
        String sql = "update " + entities.database.dialect().quote("widgets") + " set "
                + entities.database.dialect().quote("price") + " = 9 where "
                + entities.database.dialect().quote("id") + " = '" + id + "'";

        assertThatThrownBy(
                        () -> inTransaction(() -> manager.createNativeQuery(sql).executeUpdate()))
                .hasMessageContaining("widgets")
                .hasMessageContaining(History.WITHOUT_HISTORY);
        inTransaction(() -> manager.createNativeQuery(sql)
                .setHint(History.WITHOUT_HISTORY, true)
                .executeUpdate());

        assertThat(widgets.get(id).orElseThrow().price).isEqualTo(9);
    }

    @Test
    void rollbackLeavesNeitherRowNorHistory() {
        String kept = widgets.save(Widget.named("kept", 1)).getId();
        Widget lost = Widget.named("lost", 1);

        assertThatThrownBy(() -> inTransaction(() -> {
                    widgets.save(lost);
                    widgets.update(kept, Map.of("price", 2));
                    manager.flush();
                    assertThat(widgets.history(kept)).hasSize(2);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(widgets.get(lost.getId())).isEmpty();
        assertThat(widgets.history(lost.getId())).isEmpty();
        assertThat(versions(kept)).containsExactly("1 INSERT 1");
    }

    @Test
    void storeAndPlainJpaSeeEachOtherInATransaction() {
        inTransaction(() -> {
            Widget widget = Widget.named("seen", 1);
            manager.persist(widget);
            assertThat(widgets.count("name = ?", "seen")).isEqualTo(1);
            widgets.update(widget.getId(), Map.of("price", 5));
            assertThat(manager.find(Widget.class, widget.getId()).price).isEqualTo(5);
            return widget;
        });
    }

    @Test
    void outsideOfATransactionTheManagerReadsAndDoesNotWrite() {
        String id = widgets.save(Widget.named("read", 1)).getId();

        assertThat(manager.find(Widget.class, id).name).isEqualTo("read");
        assertThat(manager.createQuery("select w.name from Widget w where w.id = :id", String.class)
                        .setParameter("id", id)
                        .getSingleResult())
                .isEqualTo("read");
        assertThatThrownBy(() -> manager.persist(Widget.named("x", 1)))
                .isInstanceOf(TransactionRequiredException.class);
    }

    @Test
    void aRowMadeAgainCountsOn() {
        Widget first = Widget.named("first", 1);
        first.setId("again-" + System.nanoTime());
        widgets.save(first);
        widgets.delete(first.getId());
        Widget second = Widget.named("second", 2);
        second.setId(first.getId());

        Widget saved = widgets.save(second);
        widgets.update(second.getId(), Map.of("price", 3));

        assertThat(saved.getVersion()).isEqualTo(3);
        assertThat(versions(first.getId())).containsExactly("4 UPDATE 3", "3 INSERT 2", "2 DELETE 1", "1 INSERT 1");
    }

    @Test
    void anEntityThatCountsNoVersionsHasHistoryToo() {
        EntityStore<Plain> plains = entities.store(Plain.class);
        plains.save(Map.of("code", "p", "text", "one"));
        plains.update("p", Map.of("text", "two"));
        plains.delete("p");

        assertThat(plains.history("p"))
                .extracting(version -> version.number() + " " + version.operation() + " " + version.entity().text)
                .containsExactly("3 DELETE two", "2 UPDATE two", "1 INSERT one");
    }

    @Test
    void manyInOneTransactionAreAllRemembered() {
        List<Widget> many = new ArrayList<>();
        for (int i = 0; i < 2_300; i++) {
            many.add(Widget.named("many", i));
        }

        widgets.saveAll(many);

        assertThat(widgets.count("name = ?", "many")).isEqualTo(2_300);
        assertThat(widgets.history(many.get(2_299).getId())).hasSize(1);
        assertThat(widgets.history(many.get(0).getId()).get(0).at())
                .isEqualTo(widgets.history(many.get(2_299).getId()).get(0).at());
    }

    @Test
    void of32UpsertsAtOnceOneRowComes() throws Exception {
        for (int round = 0; round < 3; round++) {
            String name = "upsert-" + round;
            atOnce(
                    32,
                    number -> widgets.save(
                            Map.of("name", name, "workspace_id", "w", "price", number), "workspace_id", "name"));

            List<Widget> rows = widgets.find("name = ?", name);
            assertThat(rows).hasSize(1);
            List<EntityVersion<Widget>> history = widgets.history(rows.get(0).getId());
            assertThat(history).hasSize((int) rows.get(0).getVersion());
            assertThat(history.get(history.size() - 1).number()).isEqualTo(1);
            assertThat(history.get(0).entity().price).isEqualTo(rows.get(0).price);
        }
    }

    @Test
    void of16UpdatesAtOnceNoneIsLost() throws Exception {
        String id = widgets.save(Widget.named("count", 0)).getId();

        atOnce(
                16,
                number -> inTransaction(() -> {
                    Widget locked = manager.find(Widget.class, id, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE);
                    return widgets.update(id, Map.of("price", locked.price + 1));
                }));

        assertThat(widgets.get(id).orElseThrow().price).isEqualTo(16);
        assertThat(widgets.history(id)).hasSize(17);
    }

    private interface Step {
        Object run(int number);
    }

    private static void atOnce(int threads, Step step) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Object>> results = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                Callable<Object> call = () -> {
                    start.await();
                    return step.run(number);
                };
                results.add(pool.submit(call));
            }
            start.countDown();
            for (Future<Object> result : results) {
                result.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void rowsAreReachedByTheNameOfTheirTable() {
        Entities untyped = new Entities(() -> entities.stores);

        Map<String, Object> made = untyped.saveEntity("widgets", Map.of("name", "untyped", "price", 3));
        String id = (String) made.get("id");
        untyped.updateEntity("widgets", id, Map.of("colour", "blue"));

        assertThat(untyped.getEntity("widgets", id).orElseThrow())
                .containsEntry("price", 3)
                .containsEntry("colour", "blue")
                .containsEntry("version", 2L)
                .containsKeys("created_at", "deleted_at", "workspace_id");
        assertThat(untyped.findEntities("widgets", "name = ?", "untyped")).hasSize(1);
        assertThat(untyped.entityHistory("widgets", id)).hasSize(2);
        assertThat(untyped.softDeleteEntity("widgets", id)).isTrue();
        assertThat(untyped.countEntities("widgets", "name = ?", "untyped")).isZero();
        assertThatThrownBy(() -> untyped.findEntities("gadgets", "")).hasMessageContaining("known are");
    }
}
