package io.appkernel.store;

import io.appkernel.entities.Attribute;
import io.appkernel.entities.EntityModel;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.store.EntityQuery.Question;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.expressions.ExpressionBuilder;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.jpa.JpaHelper;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.queries.ObjectLevelReadQuery;
import org.eclipse.persistence.queries.ReadAllQuery;
import org.eclipse.persistence.queries.ReportQuery;
import org.eclipse.persistence.sessions.DatabaseRecord;
import org.jspecify.annotations.Nullable;

/** Turns questions about one entity into queries of EclipseLink, each shape once. Thread-safe. */
final class Queries {
    /** Callers who build conditions from user input must not fill the memory. */
    private static final int MOST_KEPT = 500;

    private final EntityModel model;
    private final Values values;
    private final boolean nullsAreLarge;
    private final Map<Shape, Prepared> prepared = new ConcurrentHashMap<>();
    private volatile @Nullable DatabaseQuery byId;

    Queries(EntityModel model, Values values, boolean nullsAreLarge) {
        this.model = model;
        this.values = values;
        this.nullsAreLarge = nullsAreLarge;
    }

    @SuppressWarnings("unchecked")
    <T> List<T> list(EntityManager manager, Question question) {
        if (question.limit() < 0 || question.offset() < 0) {
            throw new KernelException(ErrorCode.INVALID, "limit and offset must be 0 or more.");
        }
        if (question.limit() == 0) {
            return List.of();
        }
        Query query = query(manager, question, Kind.LIST);
        if (question.offset() > 0) {
            query.setFirstResult(question.offset());
        }
        if (question.limit() < Integer.MAX_VALUE) {
            query.setMaxResults(question.limit());
        }
        return query.getResultList();
    }

    /** The living row with this id. Outside of a transaction nobody follows its changes, so it is read without a copy. */
    Optional<Object> get(EntityManager manager, Object id) {
        UnitOfWorkImpl session = manager.unwrap(UnitOfWorkImpl.class);
        DatabaseQuery known = byId;
        if (known == null) {
            known = prepare(new Shape(List.of(model.id().name() + " = ?"), "", false, Kind.READ, false), manager).query;
            byId = known;
        }
        List<?> found = (List<?>) session.executeQuery(known, List.of(id));
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    /** The rows that match, locked until the transaction ends. */
    @SuppressWarnings("unchecked")
    <T> List<T> lock(EntityManager manager, Question question) {
        return query(manager, question, Kind.LOCK).getResultList();
    }

    long count(EntityManager manager, Question question) {
        return ((Number) query(manager, question, Kind.COUNT).getSingleResult()).longValue();
    }

    private Query query(EntityManager manager, Question question, Kind kind) {
        boolean paged = question.offset() > 0 || question.limit() < Integer.MAX_VALUE;
        Shape shape = new Shape(
                question.conditions(),
                kind == Kind.LIST ? question.order() : "",
                question.includeDeleted(),
                kind,
                kind == Kind.LIST && paged);
        Prepared known = prepared.get(shape);
        if (known == null) {
            known = prepare(shape, manager);
            if (prepared.size() < MOST_KEPT) {
                prepared.put(shape, known);
            }
        }
        Query query = JpaHelper.createQuery((DatabaseQuery) known.query.clone(), manager);
        for (int i = 0; i < known.parameters.size(); i++) {
            query.setParameter(
                    "p" + i,
                    known.parameters.get(i).value(values, question.values().get(i)));
        }
        return query;
    }

    private Prepared prepare(Shape shape, EntityManager manager) {
        ExpressionBuilder builder = new ExpressionBuilder(model.type());
        ObjectLevelReadQuery query = shape.kind == Kind.COUNT
                ? new ReportQuery(model.type(), builder)
                : new ReadAllQuery(model.type(), builder);
        List<Condition.Parameter> parameters = new ArrayList<>();
        Expression all = null;
        for (String condition : shape.conditions) {
            Expression one = Condition.read(condition, model, builder, parameters);
            all = all == null ? one : all.and(one);
        }
        if (!shape.includeDeleted && model.attribute(EntityModel.DELETED_AT).isPresent()) {
            Expression alive = builder.get(EntityModel.DELETED_AT).isNull();
            all = all == null ? alive : all.and(alive);
        }
        if (all != null) {
            query.setSelectionCriteria(all);
        }
        for (int i = 0; i < parameters.size(); i++) {
            query.addArgument("p" + i, Object.class);
        }
        if (query instanceof ReportQuery count) {
            count.addCount();
            count.setShouldReturnSingleValue(true);
        } else if (shape.kind == Kind.LOCK) {
            query.setLockMode(ObjectLevelReadQuery.LOCK);
        } else if (shape.kind == Kind.READ) {
            query.setIsReadOnly(true);
        } else {
            order(shape.order, builder).forEach(((ReadAllQuery) query)::addOrdering);
        }
        if (!shape.paged) {
            // Where a page begins and ends is part of the SQL, which is then made for each.
            query.checkPrepare(manager.unwrap(UnitOfWorkImpl.class), new DatabaseRecord());
        }
        return new Prepared(query, List.copyOf(parameters));
    }

    private List<Expression> order(String text, ExpressionBuilder builder) {
        List<Expression> order = new ArrayList<>();
        boolean newestFirst = text.isBlank() && model.attribute("createdAt").isPresent();
        boolean byId = false;
        for (String part : newestFirst
                ? List.of("createdAt desc")
                : text.isBlank() ? List.<String>of() : List.of(text.split(",", -1))) {
            String[] words = part.strip().split("\\s+");
            String direction = words.length > 1 ? words[1].toLowerCase(Locale.ROOT) : "asc";
            if (words.length > 2 || !direction.equals("asc") && !direction.equals("desc")) {
                throw new KernelException(
                        ErrorCode.INVALID,
                        "The order \"" + text + "\" must be fields, each with asc or desc behind it.");
            }
            Attribute attribute = model.attribute(words[0]).orElseThrow(() -> Condition.unknown(words[0], model));
            byId |= attribute.role() == Attribute.Role.ID;
            order.add(directed(Condition.path(attribute, builder), direction.equals("desc"), attribute.nullable()));
        }
        if (!byId) {
            order.add(directed(Condition.path(model.id(), builder), newestFirst, false));
        }
        return order;
    }

    /** Null comes before every value, on every database. */
    private Expression directed(Expression field, boolean descending, boolean nullable) {
        Expression directed = descending ? field.descending() : field.ascending();
        if (!nullsAreLarge || !nullable) {
            return directed;
        }
        return descending ? directed.nullsLast() : directed.nullsFirst();
    }

    private enum Kind {
        LIST,
        READ,
        LOCK,
        COUNT
    }

    private record Shape(List<String> conditions, String order, boolean includeDeleted, Kind kind, boolean paged) {}

    private record Prepared(ObjectLevelReadQuery query, List<Condition.Parameter> parameters) {}
}
