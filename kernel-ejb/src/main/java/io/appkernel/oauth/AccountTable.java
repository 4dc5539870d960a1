package io.appkernel.oauth;

import io.appkernel.db.Db;
import io.appkernel.db.Dialect;
import io.appkernel.migrations.WantedSchema;
import io.appkernel.schema.Column;
import io.appkernel.schema.ColumnType;
import io.appkernel.schema.Index;
import io.appkernel.schema.Table;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The rows of {@code kernel_oauth_accounts}. Thread-safe. */
final class AccountTable {
    private static final String NAME = "kernel_oauth_accounts";
    private static final List<String> COLUMNS =
            List.of("provider", "subject", "user_id", "email", "name", "created_ms", "last_login_ms");

    private final Db db;
    private final String insert;
    private final String bySubject;
    private final String ofUser;
    private final String seen;
    private final String delete;
    private final String deleteOfUser;

    AccountTable(Db db, Dialect dialect) {
        UnaryOperator<String> q = dialect::quote;
        String name = q.apply(NAME);
        String columns = String.join(", ", COLUMNS.stream().map(q).toList());
        String one = q.apply("provider") + " = ? AND " + q.apply("subject") + " = ?";
        this.db = db;
        this.insert = "INSERT INTO " + name + " (" + columns + ") VALUES (?, ?, ?, ?, ?, ?, ?)";
        this.bySubject = "SELECT " + columns + " FROM " + name + " WHERE " + one;
        this.ofUser = "SELECT " + columns + " FROM " + name + " WHERE " + q.apply("user_id") + " = ? ORDER BY "
                + q.apply("created_ms") + " DESC, " + q.apply("provider");
        this.seen = "UPDATE " + name + " SET " + q.apply("email") + " = ?, " + q.apply("name") + " = ?, "
                + q.apply("last_login_ms") + " = ? WHERE " + one;
        this.delete = "DELETE FROM " + name + " WHERE " + one;
        this.deleteOfUser = "DELETE FROM " + name + " WHERE " + q.apply("user_id") + " = ?";
    }

    /** Fails as a conflict when the subject is somebody's, or the user has another of this provider. */
    void insert(OAuthAccount account) {
        db.update(
                insert,
                account.provider(),
                account.subject(),
                account.userId(),
                account.email().orElse(null),
                account.name().orElse(null),
                account.createdAt().toEpochMilli(),
                account.lastLoginAt().toEpochMilli());
    }

    Optional<OAuthAccount> find(String provider, String subject) {
        return db.rows(bySubject, AccountTable::row, provider, subject).stream().findFirst();
    }

    /** The newest first. */
    List<OAuthAccount> of(String userId) {
        return db.rows(ofUser, AccountTable::row, userId);
    }

    /** The same, and nobody else changes them before the transaction ends. */
    List<OAuthAccount> locked(String userId) {
        return db.rows(ofUser + " FOR UPDATE", AccountTable::row, userId);
    }

    void seen(Identity identity, long now) {
        db.update(
                seen,
                identity.email().orElse(null),
                identity.name().orElse(null),
                now,
                identity.provider(),
                identity.subject());
    }

    void delete(OAuthAccount account) {
        db.update(delete, account.provider(), account.subject());
    }

    void deleteAll(String userId) {
        db.update(deleteOfUser, userId);
    }

    private static OAuthAccount row(ResultSet result) throws SQLException {
        return new OAuthAccount(
                result.getString(1),
                result.getString(2),
                result.getString(3),
                Optional.ofNullable(result.getString(4)),
                Optional.ofNullable(result.getString(5)),
                Instant.ofEpochMilli(result.getLong(6)),
                Instant.ofEpochMilli(result.getLong(7)));
    }

    /** Wants the table. */
    @ApplicationScoped
    static class Wanted implements WantedSchema {
        @Override
        public List<Table> tables() {
            return List.of(new Table(
                    NAME,
                    List.of(
                            Column.of("provider", ColumnType.text(32)).notNull(),
                            Column.of("subject", ColumnType.text(255)).notNull(),
                            Column.of("user_id", ColumnType.text(255)).notNull(),
                            Column.of("email", ColumnType.text(320)),
                            Column.of("name", ColumnType.text(255)),
                            Column.of("created_ms", ColumnType.of(ColumnType.Kind.BIGINT))
                                    .notNull(),
                            Column.of("last_login_ms", ColumnType.of(ColumnType.Kind.BIGINT))
                                    .notNull()),
                    List.of("provider", "subject"),
                    List.of(new Index("ux_kernel_oauth_accounts_user", List.of("user_id", "provider"), true)),
                    List.of(),
                    List.of()));
        }
    }
}
