package io.appkernel.bench.data;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The two inserts by hand, as batches where there are many. What everybody else is measured against. */
final class JdbcContender implements Contender {
    private static final String COLUMNS = "id, name, price, note, created_at, updated_at, version";
    private static final String INSERT = "INSERT INTO jdbc_item (" + COLUMNS + ") VALUES (?,?,?,?,?,?,?)";
    private static final String HISTORY = "INSERT INTO jdbc_item_history (" + COLUMNS + ", history_id, history_version,"
            + " history_operation, history_at, history_by, history_request_id) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)";
    private static final String FIND = "SELECT " + COLUMNS + " FROM jdbc_item WHERE id = ?";

    private final AgroalDataSource pool;

    JdbcContender(AgroalDataSource pool) throws SQLException {
        this.pool = pool;
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            String columns = "(id VARCHAR(255) %s, name VARCHAR(255), price INTEGER, note VARCHAR(255),"
                    + " created_at TIMESTAMP(6), updated_at TIMESTAMP(6), version BIGINT%s)";
            statement.execute("CREATE TABLE jdbc_item " + String.format(columns, "PRIMARY KEY", ""));
            statement.execute("CREATE TABLE jdbc_item_history "
                    + String.format(
                            columns,
                            "",
                            ", history_id VARCHAR(36) PRIMARY KEY, history_version BIGINT, history_operation"
                                    + " VARCHAR(10), history_at TIMESTAMP(6), history_by VARCHAR(255),"
                                    + " history_request_id VARCHAR(128), UNIQUE (id, history_version)"));
        }
    }

    @Override
    public String title() {
        return "plain JDBC";
    }

    @Override
    public List<String> saveEach(List<Item> items) {
        return items.stream()
                .flatMap(item -> saveTogether(List.of(item)).stream())
                .toList();
    }

    @Override
    public List<String> saveTogether(List<Item> items) {
        List<String> ids = new ArrayList<>();
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(INSERT);
                    PreparedStatement history = connection.prepareStatement(HISTORY)) {
                for (Item item : items) {
                    Timestamp now = Timestamp.from(Instant.now());
                    String id = item.idOrNew();
                    ids.add(id);
                    fill(insert, id, item, now);
                    insert.addBatch();
                    fill(history, id, item, now);
                    history.setString(8, UUID.randomUUID().toString());
                    history.setLong(9, 1);
                    history.setString(10, "insert");
                    history.setTimestamp(11, now);
                    history.setString(12, null);
                    history.setString(13, null);
                    history.addBatch();
                }
                insert.executeBatch();
                history.executeBatch();
            }
            connection.commit();
            connection.setAutoCommit(true);
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fill(PreparedStatement statement, String id, Item item, Timestamp now) throws SQLException {
        statement.setString(1, id);
        statement.setString(2, item.name());
        statement.setInt(3, item.price());
        statement.setString(4, item.note());
        statement.setTimestamp(5, now);
        statement.setTimestamp(6, now);
        statement.setLong(7, 1);
    }

    @Override
    public void find(List<String> ids) {
        for (String id : ids) {
            try (Connection connection = pool.getConnection();
                    PreparedStatement statement = connection.prepareStatement(FIND)) {
                statement.setString(1, id);
                try (ResultSet row = statement.executeQuery()) {
                    if (!row.next() || !read(row).id().equals(id)) {
                        throw new IllegalStateException(id + " is not there");
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static Stored read(ResultSet row) throws SQLException {
        return new Stored(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                row.getString(4),
                row.getTimestamp(5).toInstant(),
                row.getTimestamp(6).toInstant(),
                row.getLong(7));
    }

    @Override
    public void close() {
        pool.close();
    }

    /** All that the others read of a row. */
    private record Stored(
            String id, String name, int price, String note, Instant createdAt, Instant updatedAt, long version) {}
}
