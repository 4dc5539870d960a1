package io.appkernel.roles;

import io.appkernel.auth.Scopes;
import io.appkernel.db.Db;
import io.appkernel.signals.Remembered;
import io.appkernel.signals.Signals;
import io.appkernel.users.User;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What each role allows, as far as this node knows for sure, and otherwise as the database says. Thread-safe. */
final class Definitions {
    private static final String TOPIC = "roles";
    private static final String EVERY = "definitions";
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Role ADMIN = new Role(User.ADMIN, "May do everything.", Set.of(Scopes.ALL), true);
    private static final Role PLAIN = new Role(User.ROLE, "Every account without another role.", Set.of(), true);

    private final Db db;
    private final RoleTable table;
    private final Remembered<Known> remembered;
    private Known last = new Known(0, Map.of());

    Definitions(Db db, RoleTable table, Signals signals) {
        this.db = db;
        this.table = table;
        this.remembered = new Remembered<>(signals, TOPIC, 1, LONGEST);
    }

    /**
     * All roles as they were at one time.
     *
     * @param version another one whenever something is different
     */
    record Known(long version, Map<String, Role> roles) {
        Known {
            roles = Map.copyOf(roles);
        }

        Set<String> permissions(Set<String> names) {
            Set<String> all = new HashSet<>();
            for (String name : names) {
                Role role = roles.get(name);
                if (role != null) {
                    all.addAll(role.permissions());
                }
            }
            return Set.copyOf(all);
        }
    }

    /** Quick while this node hears of changes. */
    Known current() {
        return remembered.get(EVERY, any -> numbered(read()), !db.isInTransaction());
    }

    private Map<String, Role> read() {
        Map<String, Role> roles = new TreeMap<>();
        List.of(ADMIN, PLAIN).forEach(role -> roles.put(role.name(), role));
        for (Role role : table.all()) {
            boolean builtin = roles.containsKey(role.name());
            if (!role.name().equals(User.ADMIN)) {
                roles.put(role.name(), new Role(role.name(), role.description(), role.permissions(), builtin));
            }
        }
        return roles;
    }

    private synchronized Known numbered(Map<String, Role> roles) {
        if (last.version() == 0 || !last.roles().equals(roles)) {
            last = new Known(last.version() + 1, roles);
        }
        return last;
    }

    static boolean isBuiltin(String name) {
        return name.equals(User.ADMIN) || name.equals(User.ROLE);
    }

    /** After the commit. */
    void tell() {
        remembered.tell(EVERY);
    }
}
