package io.appkernel.sessions;

import io.appkernel.db.Db;
import io.appkernel.users.NewUser;
import io.appkernel.users.User;
import io.appkernel.users.UserStore;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Accounts of an app that keeps them in the database of the logins, and locks them. */
final class SqlUsers implements UserStore {
    private final Supplier<Db> db;

    SqlUsers(Supplier<Db> db) {
        this.db = db;
    }

    void make() {
        db.get().update("CREATE TABLE members (id VARCHAR(36) PRIMARY KEY, hash VARCHAR(100))");
    }

    private Optional<User> find(String id, String how) {
        return db
                .get()
                .rows(
                        "SELECT id, hash FROM members WHERE id = ?" + how,
                        row -> new User(
                                row.getString(1),
                                Optional.empty(),
                                "",
                                Optional.empty(),
                                User.ROLE,
                                true,
                                true,
                                Optional.of(row.getString(2)),
                                Instant.EPOCH),
                        id)
                .stream()
                .findFirst();
    }

    @Override
    public Optional<User> byId(String id) {
        return find(id, "");
    }

    @Override
    public Optional<User> locked(String id) {
        return find(id, " FOR UPDATE");
    }

    @Override
    public Optional<User> byUsername(String username) {
        return Optional.empty();
    }

    @Override
    public Optional<User> byEmail(String email) {
        return Optional.empty();
    }

    @Override
    public User create(NewUser user) {
        db.get()
                .update(
                        "INSERT INTO members (id, hash) VALUES ('m', ?)",
                        user.passwordHash().orElseThrow());
        return byId("m").orElseThrow();
    }

    @Override
    public void changePassword(String id, String passwordHash) {
        db.get().update("UPDATE members SET hash = ? WHERE id = ?", passwordHash, id);
    }
}
