package io.appkernel.users;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.store.EntityQuery;
import io.appkernel.store.EntityStore;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The accounts in {@code kernel_users}. */
final class KernelUserStore implements UserStore {
    private final EntityStore<KernelUser> rows;

    KernelUserStore(EntityStore<KernelUser> rows) {
        this.rows = rows;
    }

    @Override
    public Optional<User> byId(String id) {
        return rows.get(id).filter(row -> row.getDeletedAt() == null).map(KernelUser::toUser);
    }

    @Override
    public Optional<User> byUsername(String username) {
        return rows.query().where("usernameKey").is(username).first().map(KernelUser::toUser);
    }

    @Override
    public Optional<User> byEmail(String email) {
        return rows.query().where("emailKey").is(email).first().map(KernelUser::toUser);
    }

    /** Asks first, for a clear answer; of those that ask at once the unique keys let one through. */
    @Override
    public User create(NewUser user) {
        KernelUser row = KernelUser.of(user);
        if (isTaken(row)) {
            throw taken(null);
        }
        try {
            KernelUser saved = rows.save(row);
            // Asks, so that a row within the caller's transaction is written now and not when nobody knows whose it is.
            rows.query().where("id").is(saved.getId()).count();
            return saved.toUser();
        } catch (KernelException e) {
            throw e.code() == ErrorCode.CONFLICT ? taken(e) : e;
        }
    }

    private boolean isTaken(KernelUser row) {
        return (row.usernameKey != null && holds("usernameKey", row.usernameKey))
                || (row.emailKey != null && holds("emailKey", row.emailKey));
    }

    /** Whoever was deleted keeps the names: history and audit tell of them. */
    private boolean holds(String key, String value) {
        return rows.query().where(key).is(value).includeDeleted().count() > 0;
    }

    private static KernelException taken(@Nullable Throwable cause) {
        return new KernelException(ErrorCode.CONFLICT, "This email address or username is taken.", List.of(), cause);
    }

    @Override
    public void changePassword(String id, String passwordHash) {
        rows.update(id, Map.of("passwordHash", passwordHash));
    }

    @Override
    public Optional<User> locked(String id) {
        return rows.lock(id).map(KernelUser::toUser);
    }

    @Override
    public boolean locks() {
        return true;
    }

    @Override
    public boolean replacePassword(String id, Optional<String> before, String passwordHash) {
        boolean same = locked(id).map(User::passwordHash).equals(Optional.of(before));
        if (same) {
            changePassword(id, passwordHash);
        }
        return same;
    }

    @Override
    public void markEmailVerified(String id) {
        rows.update(id, Map.of("emailVerified", true));
    }

    @Override
    public User change(String id, UserChange change) {
        Map<String, Object> fields = new HashMap<>();
        change.role().ifPresent(role -> fields.put("role", role));
        change.active().ifPresent(active -> fields.put("active", active));
        change.name().ifPresent(name -> fields.put("name", name));
        change.emailVerified().ifPresent(verified -> fields.put("emailVerified", verified));
        try {
            return rows.update(id, fields).toUser();
        } catch (KernelException e) {
            throw e.code() == ErrorCode.NOT_FOUND ? Users.unknown() : e;
        }
    }

    @Override
    public UserPage page(String search, int limit, int offset) {
        return new UserPage(
                matching(search).limit(limit).offset(offset).list().stream()
                        .map(KernelUser::toUser)
                        .toList(),
                matching(search).count());
    }

    private EntityQuery<KernelUser> matching(String search) {
        if (search.isBlank()) {
            return rows.query();
        }
        String literal = search.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
        String pattern = "%" + literal + "%";
        return rows.query()
                .matching("(emailKey like ? or usernameKey like ? or lower(name) like ?)", pattern, pattern, pattern);
    }

    @Override
    public long withRole(String role) {
        return rows.query().where("role").is(role).count();
    }

    @Override
    public Set<String> activeAdmins() {
        return rows.query().where("role").is(User.ADMIN).where("active").is(true).list().stream()
                .map(row -> row.toUser().id())
                .collect(Collectors.toSet());
    }
}
