package io.appkernel.history;

import io.appkernel.entities.Attribute;
import io.appkernel.entities.EntityModel;
import io.appkernel.entities.EntityModels;
import io.appkernel.entities.HistoryTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.persistence.internal.databaseaccess.DatabasePlatform;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.jspecify.annotations.Nullable;

/** Reads versions back into entities. */
record VersionReader(EntityModels models, EntityModel model, HistorySql sql) {

    List<Version> read(AbstractSession session, Connection connection, Object id, @Nullable Long number)
            throws SQLException {
        String query = number == null ? sql.versions() : sql.version();
        DatabasePlatform platform = session.getPlatform();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            platform.setParameterValueInDatabaseCall(id, statement, 1, session);
            if (number != null) {
                statement.setLong(2, number);
            }
            List<Version> versions = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    versions.add(version(row(rows, platform, session)));
                }
            }
            return versions;
        }
    }

    /** Those of the ids that have a version. */
    Set<Object> known(AbstractSession session, Connection connection, List<Object> ids) throws SQLException {
        DatabasePlatform platform = session.getPlatform();
        String query = sql.known() + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            int index = 1;
            for (Object id : ids) {
                Object data = Objects.requireNonNull(model.id().type().toData(id), "an id");
                platform.setParameterValueInDatabaseCall(data, statement, index++, session);
            }
            Set<Object> known = new HashSet<>();
            try (ResultSet rows = statement.executeQuery()) {
                int type = rows.getMetaData().getColumnType(1);
                while (rows.next()) {
                    Object data = platform.getObjectFromResultSet(rows, 1, type, session);
                    known.add(Objects.requireNonNull(model.id().type().toValue(data), "an id"));
                }
            }
            return known;
        }
    }

    private Map<String, @Nullable Object> row(ResultSet rows, DatabasePlatform platform, AbstractSession session)
            throws SQLException {
        Map<String, @Nullable Object> row = new HashMap<>();
        ResultSetMetaData types = rows.getMetaData();
        for (int i = 0; i < sql.columns().size(); i++) {
            row.put(
                    sql.columns().get(i),
                    platform.getObjectFromResultSet(rows, i + 1, types.getColumnType(i + 1), session));
        }
        return row;
    }

    private Version version(Map<String, @Nullable Object> row) {
        Object entity = model.make();
        for (Attribute attribute : model.attributes()) {
            Object data = row.get(attribute.column());
            if (data != null) {
                attribute.set(entity, value(attribute, data));
            }
        }
        return new Version(
                row.get(HistoryTable.VERSION) instanceof Number number ? number.longValue() : 0,
                Operation.of(String.valueOf(row.get(HistoryTable.OPERATION))),
                instant(row.get(HistoryTable.AT)),
                (String) row.get(HistoryTable.BY),
                (String) row.get(HistoryTable.REQUEST),
                entity);
    }

    private @Nullable Object value(Attribute attribute, Object data) {
        Object value = attribute.type().toValue(data);
        Class<?> target = attribute.target();
        if (target == null) {
            return value;
        }
        EntityModel other = models.of(target).orElseThrow();
        Object reference = other.make();
        other.id().set(reference, value);
        return reference;
    }

    private static Instant instant(@Nullable Object data) {
        return data instanceof OffsetDateTime offset
                ? offset.toInstant()
                : data instanceof LocalDateTime utc ? utc.toInstant(ZoneOffset.UTC) : Instant.EPOCH;
    }
}
