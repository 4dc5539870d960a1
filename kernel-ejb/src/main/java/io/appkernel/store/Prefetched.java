package io.appkernel.store;

import io.appkernel.entities.EntityModel;
import io.appkernel.history.History;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.persistence.expressions.ExpressionBuilder;
import org.eclipse.persistence.jpa.JpaHelper;
import org.eclipse.persistence.queries.ObjectLevelReadQuery;
import org.eclipse.persistence.queries.ReadAllQuery;
import org.eclipse.persistence.queries.ReportQuery;
import org.jspecify.annotations.Nullable;

/**
 * What the database says of many ids at once: the rows that are there, locked, and the ids that never had one. Each
 * answer is good once, for the first write makes it old. Used by the transaction's thread.
 */
final class Prefetched {
    private static final int IDS_PER_QUERY = 500;

    private final EntityModel model;
    private final Set<Object> asked;
    private final Map<Object, Object> rows = new HashMap<>();
    private final Set<Object> withHistory = new HashSet<>();

    private Prefetched(EntityModel model, Set<Object> asked) {
        this.model = model;
        this.asked = asked;
    }

    static Prefetched nothing(EntityModel model) {
        return new Prefetched(model, new HashSet<>());
    }

    static Prefetched of(EntityModel model, EntityManager manager, History history, Set<Object> ids) {
        Prefetched all = new Prefetched(model, new HashSet<>(ids));
        List<Object> list = List.copyOf(ids);
        for (int from = 0; from < list.size(); from += IDS_PER_QUERY) {
            all.read(manager, history, list.subList(from, Math.min(list.size(), from + IDS_PER_QUERY)));
        }
        return all;
    }

    /** Locks only what is there: where nothing is, MySQL would lock the gap, and two who fill it would block each other. */
    private void read(EntityManager manager, History history, List<Object> ids) {
        List<Object> there = there(manager, ids);
        if (!there.isEmpty()) {
            locked(manager, there).forEach(row -> rows.put(model.id().get(row), row));
        }
        List<Object> gone = ids.stream().filter(id -> !rows.containsKey(id)).toList();
        if (!gone.isEmpty()) {
            withHistory.addAll(history.known(model, manager, gone));
        }
    }

    @SuppressWarnings("unchecked")
    private List<Object> there(EntityManager manager, List<Object> ids) {
        ExpressionBuilder builder = new ExpressionBuilder(model.type());
        ReportQuery query = new ReportQuery(model.type(), builder);
        query.addAttribute(model.id().name());
        query.setShouldReturnSingleAttribute(true);
        query.setSelectionCriteria(builder.get(model.id().name()).in(ids));
        return JpaHelper.createQuery(query, manager).getResultList();
    }

    @SuppressWarnings("unchecked")
    private List<Object> locked(EntityManager manager, List<Object> ids) {
        ExpressionBuilder builder = new ExpressionBuilder(model.type());
        ReadAllQuery query = new ReadAllQuery(model.type(), builder);
        query.setSelectionCriteria(builder.get(model.id().name()).in(ids));
        query.setLockMode(ObjectLevelReadQuery.LOCK);
        return JpaHelper.createQuery(query, manager).getResultList();
    }

    /** Whether the next two answers are about this id; never again for the same one. */
    boolean take(Object id) {
        return asked.remove(id);
    }

    @Nullable Object row(Object id) {
        return rows.get(id);
    }

    boolean hasHistory(Object id) {
        return withHistory.contains(id);
    }
}
