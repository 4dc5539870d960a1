package io.appkernel.oauth;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.users.Identifiers;
import io.appkernel.users.NewUser;
import io.appkernel.users.User;
import io.appkernel.users.UserStore;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Accounts in memory. */
final class MemoryUsers implements UserStore {
    private final Map<String, User> users = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();

    @Override
    public Optional<User> byId(String id) {
        return Optional.ofNullable(users.get(id));
    }

    @Override
    public Optional<User> byUsername(String username) {
        return users.values().stream()
                .filter(user -> user.username().filter(username::equals).isPresent())
                .findFirst();
    }

    @Override
    public Optional<User> byEmail(String email) {
        return users.values().stream()
                .filter(user -> !user.email().isEmpty()
                        && Identifiers.emailKey(user.email()).equals(email))
                .findFirst();
    }

    @Override
    public synchronized User create(NewUser user) {
        if (!user.email().isEmpty()
                && byEmail(Identifiers.emailKey(user.email())).isPresent()) {
            throw new KernelException(ErrorCode.CONFLICT, "This email address is taken.");
        }
        return put(new User(
                "u-" + ids.incrementAndGet(),
                user.username(),
                user.email(),
                user.name(),
                user.role(),
                true,
                user.emailVerified(),
                user.passwordHash(),
                Instant.EPOCH));
    }

    User put(User user) {
        users.put(user.id(), user);
        return user;
    }

    void remove(String id) {
        users.remove(id);
    }

    int count() {
        return users.size();
    }

    @Override
    public void changePassword(String id, String passwordHash) {
        User user = users.get(id);
        put(new User(
                id,
                user.username(),
                user.email(),
                user.name(),
                user.role(),
                user.active(),
                user.emailVerified(),
                Optional.of(passwordHash),
                user.createdAt()));
    }
}
