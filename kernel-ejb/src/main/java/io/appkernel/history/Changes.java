package io.appkernel.history;

import com.github.f4b6a3.uuid.UuidCreator;
import io.appkernel.context.Call;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.persistence.internal.databaseaccess.DatabaseAccessor;
import org.eclipse.persistence.internal.databaseaccess.DatabasePlatform;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.jspecify.annotations.Nullable;

/** What one transaction changed, until it is written. Used by the transaction's thread. */
final class Changes {
    /** Keeps a long transaction from filling the memory. */
    private static final int MOST_KEPT = 1000;

    private final Instant at;
    private final Optional<Call> call;
    private final Map<EntityEvents, List<Change>> pending = new LinkedHashMap<>();
    private final Set<Object> withGivenId = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> first = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean hasDeletes;
    private int kept;

    Changes(Instant at, Optional<Call> call) {
        this.at = at;
        this.call = call;
    }

    /** One time for the whole transaction. */
    Instant at() {
        return at;
    }

    /** For the one time that it is persisted next. */
    void isFirst(Object entity) {
        first.add(entity);
    }

    void givenId(Object entity) {
        if (!first.remove(entity)) {
            withGivenId.add(entity);
        }
    }

    boolean hasGivenId(Object entity) {
        return withGivenId.contains(entity);
    }

    /** @param values of the entity's columns, as they are bound */
    void add(EntityEvents entity, Operation operation, @Nullable Object[] values, @Nullable Long version) {
        pending.computeIfAbsent(entity, key -> new ArrayList<>()).add(new Change(operation, values, version));
        hasDeletes |= operation == Operation.DELETE;
        kept++;
    }

    boolean hasDeletes() {
        return hasDeletes;
    }

    boolean isFull() {
        return kept >= MOST_KEPT;
    }

    void write(AbstractSession session) {
        if (kept == 0) {
            return;
        }
        DatabaseAccessor accessor = (DatabaseAccessor) session.getAccessor();
        // Between two statements of a server's transaction the accessor may have given its connection back.
        accessor.incrementCallCount(session);
        try {
            for (Map.Entry<EntityEvents, List<Change>> table : pending.entrySet()) {
                write(session, accessor.getConnection(), table);
            }
        } catch (SQLException e) {
            throw org.eclipse.persistence.exceptions.DatabaseException.sqlException(e, accessor, session, false);
        } finally {
            accessor.decrementCallCount();
        }
        pending.clear();
        hasDeletes = false;
        kept = 0;
    }

    private void write(AbstractSession session, Connection connection, Map.Entry<EntityEvents, List<Change>> table)
            throws SQLException {
        DatabasePlatform platform = session.getPlatform();
        List<Change> changes = table.getValue();
        Map<Object, Long> counted = new LinkedHashMap<>();
        try (PreparedStatement insert =
                connection.prepareStatement(table.getKey().sql().insert())) {
            for (Change change : changes) {
                int index = 1;
                for (Object value : change.values) {
                    bind(platform, session, insert, index++, value);
                }
                long version = change.version == null
                        ? counted(session, connection, table.getKey(), change, counted)
                        : change.version;
                bind(
                        platform,
                        session,
                        insert,
                        index++,
                        UuidCreator.getTimeOrderedEpochFast().toString());
                bind(platform, session, insert, index++, version);
                bind(platform, session, insert, index++, change.operation.column());
                bind(platform, session, insert, index++, at);
                bind(
                        platform,
                        session,
                        insert,
                        index++,
                        call.flatMap(Call::userId).orElse(null));
                bind(platform, session, insert, index, call.map(Call::requestId).orElse(null));
                if (changes.size() > 1) {
                    insert.addBatch();
                }
            }
            if (changes.size() > 1) {
                insert.executeBatch();
            } else {
                insert.executeUpdate();
            }
        }
    }

    /** For an entity that counts no versions itself; its row is locked by the change, so nobody counts beside us. */
    private static long counted(
            AbstractSession session,
            Connection connection,
            EntityEvents entity,
            Change change,
            Map<Object, Long> counted)
            throws SQLException {
        Object id = Objects.requireNonNull(change.values[entity.idIndex()], "a row without id");
        Long last = counted.get(id);
        long next = (last == null ? last(session, connection, entity.sql(), id) : last) + 1;
        counted.put(id, next);
        return next;
    }

    /** The number of the last version the history has of a row; 0 for none. */
    static long last(AbstractSession session, Connection connection, HistorySql sql, Object id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql.lastVersion())) {
            bind(session.getPlatform(), session, query, 1, id);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static void bind(
            DatabasePlatform platform,
            AbstractSession session,
            PreparedStatement statement,
            int index,
            @Nullable Object value)
            throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else {
            platform.setParameterValueInDatabaseCall(value, statement, index, session);
        }
    }

    private record Change(
            Operation operation,
            @Nullable Object[] values,
            @Nullable Long version) {}
}
