package io.appkernel.roles;

import io.appkernel.db.Db;
import io.appkernel.signals.Remembered;
import io.appkernel.signals.Signals;
import io.appkernel.users.User;
import io.appkernel.users.Users;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What each user holds, as far as this node knows for sure, and otherwise as the database says. Thread-safe. */
final class Holders {
    private static final String TOPIC = "role-holder";
    private static final int MOST = 10_000;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Db db;
    private final Users users;
    private final AssignmentTable table;
    private final InstantSource clock;
    private final Remembered<Known> remembered;

    Holders(Db db, Users users, AssignmentTable table, Signals signals, InstantSource clock) {
        this.db = db;
        this.users = users;
        this.table = table;
        this.clock = clock;
        this.remembered = new Remembered<>(signals, TOPIC, MOST, LONGEST);
    }

    /** A user's account, without what is secret of it, and assignments; what follows from them is kept until it expires. */
    private static final class Known {
        private final Optional<Holder> plain;
        private final List<Assignment> assignments;
        private volatile Now now = new Now(Optional.empty(), Instant.MIN);

        Known(Optional<User> user, List<Assignment> assignments) {
            this.plain = user.filter(User::active)
                    .map(active -> new Holder(
                            active.id(), active.email(), active.username(), active.role(), Set.of(active.role())));
            this.assignments = assignments;
        }

        /** What is held until then. */
        private record Now(Optional<Holder> holder, Instant until) {}

        Optional<Holder> holder(Instant time) {
            Now known = now;
            if (!time.isBefore(known.until())) {
                known = new Now(plain.map(holder -> with(held(holder.role(), assignments, time), holder)), end(time));
                now = known;
            }
            return known.holder();
        }

        private static Holder with(Set<String> roles, Holder holder) {
            return new Holder(holder.userId(), holder.email(), holder.username(), holder.role(), roles);
        }

        private Instant end(Instant time) {
            return assignments.stream()
                    .flatMap(each -> each.expiresAt().stream())
                    .filter(time::isBefore)
                    .min(Instant::compareTo)
                    .orElse(Instant.MAX);
        }
    }

    private Known known(String userId) {
        return remembered.get(userId, id -> new Known(users.byId(id), table.ofUser(id)), !db.isInTransaction());
    }

    /** Empty when there is no such account that is active. */
    Optional<Holder> holder(String userId) {
        return known(userId).holder(clock.instant());
    }

    /** The roles held for one resource alone. */
    Set<String> heldFor(String userId, Resource resource) {
        Instant now = clock.instant();
        Set<String> roles = new HashSet<>();
        for (Assignment each : known(userId).assignments) {
            if (each.holds(now) && each.resource().filter(resource::equals).isPresent()) {
                roles.add(each.role());
            }
        }
        return roles;
    }

    /** When the first assignment of these roles ends, or ended; empty when all are for good. */
    Optional<Instant> firstEnd(String userId, Set<String> roles) {
        return known(userId).assignments.stream()
                .filter(each -> each.resource().isEmpty() && roles.contains(each.role()))
                .flatMap(each -> each.expiresAt().stream())
                .min(Instant::compareTo);
    }

    /** Straight from the database, also within a transaction that changes it. */
    Set<String> of(User user) {
        return held(user.role(), table.ofUser(user.id()), clock.instant());
    }

    private static Set<String> held(String role, List<Assignment> assignments, Instant now) {
        Set<String> roles = new HashSet<>(Set.of(role));
        for (Assignment each : assignments) {
            if (each.resource().isEmpty() && each.holds(now)) {
                roles.add(each.role());
            }
        }
        return Set.copyOf(roles);
    }

    /** After the commit. */
    void tell(String userId) {
        remembered.tell(userId);
    }
}
