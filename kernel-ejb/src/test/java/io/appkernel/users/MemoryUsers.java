package io.appkernel.users;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Accounts in memory, for tests of what stands above them. */
public final class MemoryUsers implements UserStore {
    private final Map<String, User> users = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();

    @Override
    public Optional<User> byId(String id) {
        return Optional.ofNullable(users.get(id));
    }

    @Override
    public Optional<User> byUsername(String username) {
        return first(user -> user.username().filter(username::equals).isPresent());
    }

    @Override
    public Optional<User> byEmail(String email) {
        return first(user ->
                !user.email().isEmpty() && Identifiers.emailKey(user.email()).equals(email));
    }

    private Optional<User> first(Predicate<User> wanted) {
        return users.values().stream().filter(wanted).findFirst();
    }

    @Override
    public synchronized User create(NewUser user) {
        if (!user.email().isEmpty()
                && byEmail(Identifiers.emailKey(user.email())).isPresent()) {
            throw new KernelException(ErrorCode.CONFLICT, "This email address is taken.");
        }
        User made = new User(
                "u" + ids.incrementAndGet(),
                user.username(),
                user.email(),
                user.name(),
                user.role(),
                true,
                user.emailVerified(),
                user.passwordHash(),
                Instant.EPOCH);
        users.put(made.id(), made);
        return made;
    }

    @Override
    public void changePassword(String id, String passwordHash) {
        change(id, user -> copy(user, user.role(), user.active(), Optional.of(passwordHash)));
    }

    /** Lets the account be used, or no longer. */
    public void activate(String id, boolean active) {
        change(id, user -> copy(user, user.role(), active, user.passwordHash()));
    }

    /** Gives the account another role. */
    public void promote(String id, String role) {
        change(id, user -> copy(user, role, user.active(), user.passwordHash()));
    }

    public void remove(String id) {
        users.remove(id);
    }

    public int count() {
        return users.size();
    }

    @Override
    public long withRole(String role) {
        return users.values().stream().filter(user -> user.role().equals(role)).count();
    }

    private void change(String id, UnaryOperator<User> change) {
        users.computeIfPresent(id, (any, user) -> change.apply(user));
    }

    private static User copy(User user, String role, boolean active, Optional<String> hash) {
        return new User(
                user.id(),
                user.username(),
                user.email(),
                user.name(),
                role,
                active,
                user.emailVerified(),
                hash,
                user.createdAt());
    }
}
