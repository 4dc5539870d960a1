package io.appkernel.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.github.f4b6a3.uuid.UuidCreator;
import io.appkernel.db.DatabaseKind;
import io.appkernel.json.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * Compares the store with plain JDBC that does the same: by hand, {@code main} with the rounds as its argument. Trust the
 * ratios, not the times.
 */
final class StoreMeasure {
    private static final int BATCH = 1000;
    private static final String ROW = "INSERT INTO \"widgets\" (\"id\", \"created_at\", \"updated_at\", \"deleted_at\","
            + " \"version\", \"name\", \"price\", \"workspace_id\", \"colour\", \"tags\") VALUES (?,?,?,?,?,?,?,?,?,?)";
    private static final String HISTORY =
            "INSERT INTO \"widgets_history\" (\"id\", \"created_at\", \"updated_at\", \"deleted_at\", \"version\","
                    + " \"name\", \"price\", \"workspace_id\", \"colour\", \"tags\", \"history_id\", \"history_version\","
                    + " \"history_operation\", \"history_at\", \"history_by\", \"history_request_id\")"
                    + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
    private static final String FIND = "SELECT \"id\", \"created_at\", \"updated_at\", \"deleted_at\", \"version\","
            + " \"name\", \"price\", \"workspace_id\", \"colour\", \"tags\" FROM \"widgets\" WHERE \"id\" = ?";

    private final TestEntities entities = new TestEntities(DatabaseKind.POSTGRESQL);
    private final EntityStore<Widget> widgets = entities.store(Widget.class);
    private final ObjectReader tags = new Json().mapper().readerFor(String[].class);
    private final List<String> ids = new ArrayList<>();

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length == 0 ? 6 : Integer.parseInt(arguments[0]);
        StoreMeasure measure = new StoreMeasure();
        for (int i = 0; i < 1000; i++) {
            measure.ids.add(measure.widgets.save(measure.widget(i)).getId());
        }
        for (int round = 1; round <= rounds; round++) {
            measure.compare(
                    "save, one per transaction", 2_000, () -> measure.jdbcOne(2_000), () -> measure.storeOne(2_000));
            measure.compare(
                    "save, 1000 per transaction", 20_000, () -> measure.jdbcMany(20), () -> measure.storeMany(20));
            measure.compare("find by id", 6_000, () -> measure.jdbcFind(6_000), () -> measure.storeFind(6_000));
        }
        measure.entities.close();
    }

    private void compare(String what, int count, Callable<Integer> plain, Callable<Integer> store) throws Exception {
        double first = perSecond(count, plain);
        double second = perSecond(count, store);
        System.getLogger("measure")
                .log(
                        System.Logger.Level.INFO,
                        String.format(
                                Locale.ROOT,
                                "%-28s JDBC %8.0f/s  store %8.0f/s  ratio %.2f",
                                what,
                                first,
                                second,
                                second / first));
    }

    private static double perSecond(int count, Callable<Integer> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return count * 1e9 / (System.nanoTime() - start);
    }

    private Widget widget(int number) {
        Widget widget = Widget.named("widget " + number, number);
        widget.workspaceId = "w" + number % 10;
        widget.colour = "red";
        widget.tags = List.of("a", "b");
        return widget;
    }

    private int storeOne(int count) {
        for (int i = 0; i < count; i++) {
            widgets.save(widget(i));
        }
        return count;
    }

    private int storeMany(int batches) {
        for (int batch = 0; batch < batches; batch++) {
            List<Widget> many = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                many.add(widget(i));
            }
            widgets.saveAll(many);
        }
        return batches;
    }

    private int storeFind(int count) {
        int found = 0;
        for (int i = 0; i < count; i++) {
            found += widgets.get(ids.get(i % ids.size())).isPresent() ? 1 : 0;
        }
        return found;
    }

    private int jdbcOne(int count) throws SQLException {
        for (int i = 0; i < count; i++) {
            try (Connection connection = entities.database.dataSource().getConnection()) {
                connection.setAutoCommit(false);
                insert(connection, i, 1);
                connection.commit();
                connection.setAutoCommit(true);
            }
        }
        return count;
    }

    private int jdbcMany(int batches) throws SQLException {
        for (int batch = 0; batch < batches; batch++) {
            try (Connection connection = entities.database.dataSource().getConnection()) {
                connection.setAutoCommit(false);
                insert(connection, 0, BATCH);
                connection.commit();
                connection.setAutoCommit(true);
            }
        }
        return batches;
    }

    private static void insert(Connection connection, int from, int count) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement(ROW);
                PreparedStatement history = connection.prepareStatement(HISTORY)) {
            OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
            for (int i = from; i < from + count; i++) {
                String id = UuidCreator.getTimeOrderedEpochFast().toString();
                columns(row, id, now, i);
                columns(history, id, now, i);
                history.setString(11, UuidCreator.getTimeOrderedEpochFast().toString());
                history.setLong(12, 1);
                history.setString(13, "insert");
                history.setObject(14, now);
                history.setString(15, null);
                history.setString(16, null);
                if (count > 1) {
                    row.addBatch();
                    history.addBatch();
                }
            }
            if (count > 1) {
                row.executeBatch();
                history.executeBatch();
            } else {
                row.executeUpdate();
                history.executeUpdate();
            }
        }
    }

    private static void columns(PreparedStatement statement, String id, OffsetDateTime now, int number)
            throws SQLException {
        statement.setString(1, id);
        statement.setObject(2, now);
        statement.setObject(3, now);
        statement.setObject(4, null);
        statement.setLong(5, 1);
        statement.setString(6, "widget " + number);
        statement.setInt(7, number);
        statement.setString(8, "w" + number % 10);
        statement.setString(9, "red");
        statement.setString(10, "[\"a\",\"b\"]");
    }

    private int jdbcFind(int count) throws SQLException, JsonProcessingException {
        int found = 0;
        for (int i = 0; i < count; i++) {
            try (Connection connection = entities.database.dataSource().getConnection();
                    PreparedStatement find = connection.prepareStatement(FIND)) {
                find.setString(1, ids.get(i % ids.size()));
                try (ResultSet rows = find.executeQuery()) {
                    rows.next();
                    Widget widget = Widget.named(rows.getString(6), rows.getInt(7));
                    widget.setId(rows.getString(1));
                    rows.getObject(2, OffsetDateTime.class);
                    rows.getObject(3, OffsetDateTime.class);
                    rows.getObject(4, OffsetDateTime.class);
                    rows.getLong(5);
                    widget.workspaceId = rows.getString(8);
                    widget.colour = rows.getString(9);
                    widget.tags = List.of(tags.<String[]>readValue(rows.getString(10)));
                    found++;
                }
            }
        }
        return found;
    }
}
