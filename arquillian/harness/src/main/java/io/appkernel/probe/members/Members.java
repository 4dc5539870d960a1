package io.appkernel.probe.members;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.users.Identifiers;
import io.appkernel.users.NewUser;
import io.appkernel.users.User;
import io.appkernel.users.UserStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** In memory, with ids of its own making. */
@ApplicationScoped
public class Members implements UserStore {
    private final Map<String, User> members = new ConcurrentHashMap<>();

    @Override
    public Optional<User> byId(String id) {
        return Optional.ofNullable(members.get(id));
    }

    @Override
    public Optional<User> byUsername(String username) {
        return one(member -> member.username().map(Identifiers::usernameKey).equals(Optional.of(username)));
    }

    @Override
    public Optional<User> byEmail(String email) {
        return one(member -> Identifiers.emailKey(member.email()).equals(email));
    }

    private Optional<User> one(Predicate<User> wanted) {
        return members.values().stream().filter(wanted).findFirst();
    }

    @Override
    public synchronized User create(NewUser user) {
        if (byEmail(Identifiers.emailKey(user.email())).isPresent()) {
            throw new KernelException(ErrorCode.CONFLICT, "Somebody is a member already.");
        }
        User member = new User(
                "member-" + (members.size() + 1),
                user.username(),
                user.email(),
                user.name(),
                user.role(),
                true,
                user.emailVerified(),
                user.passwordHash(),
                Instant.now());
        members.put(member.id(), member);
        return member;
    }

    @Override
    public synchronized void changePassword(String id, String passwordHash) {
        members.computeIfPresent(
                id,
                (same, old) -> new User(
                        old.id(),
                        old.username(),
                        old.email(),
                        old.name(),
                        old.role(),
                        old.active(),
                        old.emailVerified(),
                        Optional.of(passwordHash),
                        old.createdAt()));
    }
}
