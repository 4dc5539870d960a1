package io.appkernel.store;

import io.appkernel.entities.EntityModel;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Every entity of the deployment: {@code @Inject Entities entities}. By class as an {@link EntityStore}; by the name of
 * its table with rows as maps by column, whose values are those of the fields. Thread-safe.
 */
public final class Entities {
    private final Supplier<Stores> opened;

    Entities(Supplier<Stores> opened) {
        this.opened = opened;
    }

    /** The store of an entity class. */
    public <T> EntityStore<T> store(Class<T> type) {
        return opened.get().store(type);
    }

    /** Inserts a row, or updates the given columns of the one with this {@code id}. */
    public Map<String, @Nullable Object> saveEntity(String table, Map<String, ?> data) {
        return map(table, rows(table).writing(work -> flushed(work, work.save(data))));
    }

    /** Updates the one living row with the same values in these columns, or inserts it. */
    public Map<String, @Nullable Object> saveEntity(String table, Map<String, ?> data, String... matchBy) {
        return map(table, rows(table).upsert(data, List.of(matchBy)));
    }

    public Optional<Map<String, @Nullable Object>> getEntity(String table, Object id) {
        return rows(table).reading(work -> work.get(id)).map(row -> map(table, row));
    }

    /** All living rows that meet the condition, the newest first. */
    public List<Map<String, @Nullable Object>> findEntities(String table, String where, @Nullable Object... values) {
        return maps(table, store(model(table).type()).find(where, values));
    }

    /** As {@link EntityStore#find(String, Object, String, int, int, boolean)}. */
    public List<Map<String, @Nullable Object>> findEntities(
            String table, String where, Object values, String orderBy, int limit, int offset, boolean includeDeleted) {
        return maps(table, store(model(table).type()).find(where, values, orderBy, limit, offset, includeDeleted));
    }

    public long countEntities(String table, String where, @Nullable Object... values) {
        return store(model(table).type()).count(where, values);
    }

    public Map<String, @Nullable Object> updateEntity(String table, Object id, Map<String, ?> changes) {
        return map(table, rows(table).writing(work -> flushed(work, work.update(id, changes, null))));
    }

    /** As {@link EntityStore#update(Object, Map, long)}. */
    public Map<String, @Nullable Object> updateEntity(
            String table, Object id, Map<String, ?> changes, long expectedVersion) {
        return map(table, rows(table).writing(work -> flushed(work, work.update(id, changes, expectedVersion))));
    }

    public boolean softDeleteEntity(String table, Object id) {
        return rows(table).writing(work -> work.softDelete(id));
    }

    public boolean restoreEntity(String table, Object id) {
        return rows(table).writing(work -> work.restore(id));
    }

    public boolean deleteEntity(String table, Object id) {
        return rows(table).writing(work -> work.delete(id));
    }

    /** Every version of the row, the newest first. */
    public List<EntityVersion<Map<String, @Nullable Object>>> entityHistory(String table, Object id) {
        return rows(table).history(id, null, Object.class).stream()
                .map(version -> untyped(table, version))
                .toList();
    }

    /** One version of the row. */
    public Optional<EntityVersion<Map<String, @Nullable Object>>> entityVersion(String table, Object id, long number) {
        return rows(table).history(id, number, Object.class).stream()
                .findFirst()
                .map(version -> untyped(table, version));
    }

    private EntityVersion<Map<String, @Nullable Object>> untyped(String table, EntityVersion<Object> version) {
        return new EntityVersion<>(
                version.number(),
                version.operation(),
                version.at(),
                version.by(),
                version.requestId(),
                map(table, version.entity()));
    }

    /** The version is counted when the row is written. */
    private static Object flushed(RowWork work, Object row) {
        work.manager().flush();
        return row;
    }

    private List<Map<String, @Nullable Object>> maps(String table, List<?> rows) {
        return rows.stream().map(row -> map(table, row)).toList();
    }

    private Map<String, @Nullable Object> map(String table, Object row) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        EntityModel model = model(table);
        model.attributes().forEach(attribute -> {
            boolean refers = attribute.target() != null;
            map.put(attribute.column(), refers ? opened.get().idOfOther(model, attribute, row) : attribute.get(row));
        });
        return map;
    }

    private Rows rows(String table) {
        return opened.get().rows(model(table).type());
    }

    private EntityModel model(String table) {
        return opened.get().models().ofTable(table).orElseThrow(() -> {
            TreeSet<String> known = new TreeSet<>();
            opened.get().models().all().forEach(model -> known.add(model.table().name()));
            return new KernelException(
                    ErrorCode.INVALID,
                    "No entity has the table \"" + table + "\"; known are " + String.join(", ", known) + ".");
        });
    }
}
