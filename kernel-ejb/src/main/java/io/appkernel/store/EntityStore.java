package io.appkernel.store;

import io.appkernel.entities.EntityModel;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes one kind of entity: {@code @Inject EntityStore<Product> products}. Each call is a transaction of its
 * own unless the caller is in one, and then what it returns is managed: changes to it are stored at the end, as with an
 * EntityManager. Maps name fields as the class or as columns; values may be as JSON has them. Softly deleted rows are
 * not seen unless asked for. What breaks a constraint of Bean Validation on the entity is refused when it is written, with
 * the fields at fault. Thread-safe.
 */
public final class EntityStore<T> {
    private final Class<T> type;
    private final Supplier<Rows> opened;
    private volatile @Nullable Rows rows;

    EntityStore(Class<T> type, Supplier<Rows> opened) {
        this.type = type;
        this.opened = opened;
    }

    EntityModel model() {
        return rows().model();
    }

    private Rows rows() {
        Rows known = rows;
        if (known == null) {
            known = opened.get();
            rows = known;
        }
        return known;
    }

    /**
     * Inserts the entity, or updates all of its row. One that was read and changed by others meanwhile is a conflict; one
     * made by hand with the id of a row overwrites it. Use what is returned.
     */
    public T save(T entity) {
        return type.cast(rows().save(entity));
    }

    /** Saves all or none, in fewer round trips. */
    public List<T> saveAll(Collection<? extends T> entities) {
        return rows().save(List.<Object>copyOf(entities)).stream()
                .map(type::cast)
                .toList();
    }

    /** Updates these fields of the row whose {@code id} is among them; inserts it when there is none. */
    public T save(Map<String, ?> data) {
        return rows().writing(work -> type.cast(work.save(data)));
    }

    /**
     * Updates the one living row that has the same values in these fields, or inserts it: exactly one row comes of it,
     * however many do so at once.
     */
    public T save(Map<String, ?> data, String... matchBy) {
        return type.cast(rows().upsert(data, List.of(matchBy)));
    }

    public Optional<T> get(Object id) {
        return rows().reading(work -> work.get(id).map(type::cast));
    }

    /**
     * The row as it is now, whatever the caller's transaction has read before; whoever would change it waits until that
     * transaction ends.
     */
    public Optional<T> lock(Object id) {
        return rows().writing(work -> work.lock(id).map(type::cast));
    }

    /** Starts a question; {@link EntityQuery#list} asks it. */
    public EntityQuery<T> query() {
        return new EntityQuery<>(this);
    }

    /** Those that meet the condition, with a {@code ?} for each value; all for an empty one. Newest first. */
    public List<T> find(String where, @Nullable Object... values) {
        return query().matching(where, values).list();
    }

    /**
     * Those that meet the condition, page by page.
     *
     * @param values a {@code List} for {@code ?} or a {@code Map} for {@code :name}
     * @param orderBy {@code "name, price desc"}; empty for the newest first
     */
    public List<T> find(String where, Object values, String orderBy, int limit, int offset, boolean includeDeleted) {
        return Questions.of(query(), where, values)
                .orderBy(orderBy)
                .limit(limit)
                .offset(offset)
                .includeDeleted(includeDeleted)
                .list();
    }

    /** How many meet the condition; all for an empty one. */
    public long count(String where, @Nullable Object... values) {
        return query().matching(where, values).count();
    }

    List<T> list(EntityQuery.Question question) {
        return rows().reading(
                        work -> work.list(question).stream().map(type::cast).toList());
    }

    long count(EntityQuery.Question question) {
        return rows().reading(work -> work.count(question));
    }

    /** Changes these fields of a row; waits for others who are changing it. A row that is not there is not found. */
    public T update(Object id, Map<String, ?> changes) {
        return rows().writing(work -> type.cast(work.update(id, changes, null)));
    }

    /** The same, as long as the row still has this version; otherwise a conflict, and nothing changes. */
    public T update(Object id, Map<String, ?> changes, long expectedVersion) {
        return rows().writing(work -> type.cast(work.update(id, changes, expectedVersion)));
    }

    /** Hides the row; false when there is none. */
    public boolean softDelete(Object id) {
        return rows().writing(work -> work.softDelete(id));
    }

    /** Shows a softly deleted row again; false when there is none. */
    public boolean restore(Object id) {
        return rows().writing(work -> work.restore(id));
    }

    /** Removes the row for good, but for its history; false when there is none. */
    public boolean delete(Object id) {
        return rows().writing(work -> work.delete(id));
    }

    /** Every version of the row, the newest first; none when there never was one. */
    public List<EntityVersion<T>> history(Object id) {
        return rows().history(id, null, type);
    }

    /** One version of the row. */
    public Optional<EntityVersion<T>> version(Object id, long number) {
        return rows().history(id, number, type).stream().findFirst();
    }
}
