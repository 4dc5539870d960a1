package io.appkernel.history;

import io.appkernel.entities.EntityModel;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Parameter;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.persistence.expressions.ExpressionBuilder;
import org.eclipse.persistence.jpa.JpaHelper;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.queries.ModifyAllQuery;
import org.eclipse.persistence.queries.ObjectLevelReadQuery;
import org.eclipse.persistence.queries.ReadAllQuery;
import org.jspecify.annotations.Nullable;

/** A statement that changes many rows without reading them: what it is going to change is read before and after. */
final class BulkStatement {
    private static final int IDS_PER_QUERY = 500;

    private final ModifyAllQuery statement;
    private final Query query;
    private final EntityManager manager;
    private final EntityModel model;

    BulkStatement(ModifyAllQuery statement, Query query, EntityManager manager, EntityModel model) {
        this.statement = statement;
        this.query = query;
        this.manager = manager;
        this.model = model;
    }

    /** The rows it is going to change, locked. */
    List<Object> affected() {
        ExpressionBuilder builder = statement.getExpressionBuilder();
        ReadAllQuery read = builder == null
                ? new ReadAllQuery(statement.getReferenceClass())
                : new ReadAllQuery(statement.getReferenceClass(), builder);
        if (statement.getSelectionCriteria() != null) {
            read.setSelectionCriteria(statement.getSelectionCriteria());
        }
        read.setArguments(statement.getArguments());
        read.setArgumentTypes(statement.getArgumentTypes());
        read.setLockMode(ObjectLevelReadQuery.LOCK);
        Query reading = JpaHelper.createQuery(read, manager);
        for (Parameter<?> parameter : query.getParameters()) {
            // An argument is known by its name, and the name of a position is its number.
            String name = parameter.getPosition() == null
                    ? parameter.getName()
                    : parameter.getPosition().toString();
            reading.setParameter(name, query.getParameterValue(parameter));
        }
        return list(reading);
    }

    /** The same rows as they are now. */
    List<Object> again(List<Object> rows) {
        List<Object> now = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += IDS_PER_QUERY) {
            List<@Nullable Object> ids = rows.subList(from, Math.min(rows.size(), from + IDS_PER_QUERY)).stream()
                    .<@Nullable Object>map(row -> model.id().get(row))
                    .toList();
            ExpressionBuilder builder = new ExpressionBuilder(model.type());
            ReadAllQuery read = new ReadAllQuery(model.type(), builder);
            read.setSelectionCriteria(builder.get(model.id().name()).in(ids));
            read.refreshIdentityMapResult();
            now.addAll(list(JpaHelper.createQuery(read, manager)));
        }
        return now;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Query query) {
        return query.getResultList();
    }

    /** Refuses SQL that changes a table whose history it would not write. */
    static void refuse(DatabaseQuery statement, List<EntityModel> models) {
        String sql = String.valueOf(statement.getSQLString());
        for (EntityModel model : models) {
            for (String table : List.of(model.table().name(), model.history().name())) {
                if (Pattern.compile("(?iU)(?<![\\w])" + Pattern.quote(table) + "(?![\\w])")
                        .matcher(sql)
                        .find()) {
                    throw new KernelException(
                            ErrorCode.INVALID,
                            "A native statement would change " + table
                                    + " without history: use the store or JPQL; or set" + " the hint "
                                    + History.WITHOUT_HISTORY + " to true where none is wanted.");
                }
            }
        }
    }
}
