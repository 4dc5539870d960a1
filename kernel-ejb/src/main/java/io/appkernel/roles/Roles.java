package io.appkernel.roles;

import io.appkernel.auth.Scopes;
import io.appkernel.db.Database;
import io.appkernel.db.Db;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.FieldError;
import io.appkernel.errors.KernelException;
import io.appkernel.json.Json;
import io.appkernel.signals.Signals;
import io.appkernel.users.Identifiers;
import io.appkernel.users.User;
import io.appkernel.users.Users;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which roles a user holds and what they allow. Changes hold on every instance when their transaction commits. To inject.
 * Thread-safe.
 *
 * <pre>{@code
 * roles.define("editor", "Writes documents.", Set.of("documents:*"));
 * roles.assignRole(userId, "editor");
 * if (roles.hasPermission(userId, "documents:write")) { … }
 * }</pre>
 */
public final class Roles {
    /** Everything. */
    public static final String ALL = Scopes.ALL;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_.-]*");

    private final Db db;
    private final RoleTable table;
    private final AssignmentTable assignments;
    private final Definitions definitions;
    private final Holders holders;
    private final Users users;
    private final Iterable<RoleListener> listeners;
    private final InstantSource clock;

    /** @param listeners asked for at each change only */
    public Roles(
            Database database,
            Db db,
            Users users,
            Iterable<RoleListener> listeners,
            Signals signals,
            Json json,
            InstantSource clock) {
        this.db = db;
        this.table = new RoleTable(db, database.dialect(), json);
        this.assignments = new AssignmentTable(db, database.dialect());
        this.definitions = new Definitions(db, table, signals);
        this.holders = new Holders(db, users, assignments, signals, clock);
        this.users = users;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** Every role that the user holds everywhere: that of the account and those assigned without a resource. */
    public Set<String> of(User user) {
        return holders.of(user);
    }

    /**
     * What these roles allow together, as scopes; {@link #ALL} stands for everything. Quick while this node hears of
     * changes; otherwise the database is asked.
     */
    public Set<String> scopes(Set<String> roles) {
        return definitions.current().permissions(roles);
    }

    /** Another number whenever what {@link #scopes} answers may have changed. As quick. */
    public long version() {
        return definitions.current().version();
    }

    /** An active account and what it holds now. Quick as {@link #scopes}. */
    public Optional<Holder> holder(String userId) {
        return holders.holder(userId);
    }

    /** When the first of these roles ends, or ended, that the user was given everywhere for a time. */
    public Optional<Instant> firstEnd(String userId, Set<String> given) {
        return holders.firstEnd(userId, given);
    }

    /** Whether an active user may do something everywhere. */
    public boolean hasPermission(String userId, String permission) {
        return holders.holder(userId)
                .map(holder -> Scopes.allow(scopes(holder.roles()), permission))
                .orElse(false);
    }

    /** Whether an active user may do something to one resource, be it because they may everywhere. */
    public boolean hasPermission(String userId, String permission, String resourceType, String resourceId) {
        return hasPermission(userId, permission)
                || holders.holder(userId).isPresent()
                        && Scopes.allow(
                                scopes(holders.heldFor(userId, new Resource(resourceType, resourceId))), permission);
    }

    /** Every role by name, the builtin ones among them. */
    public List<Role> all() {
        return definitions.current().roles().values().stream()
                .sorted(Comparator.comparing(Role::name))
                .toList();
    }

    public Optional<Role> role(String name) {
        return Optional.ofNullable(definitions.current().roles().get(name));
    }

    /**
     * Makes a role, or changes what one is. That of {@code user} may be changed, that of {@code admin} may not.
     *
     * @throws KernelException invalid, naming the field; a conflict for {@code admin}
     */
    public Role define(String name, String description, Set<String> permissions) {
        require(
                isName(name),
                "name",
                "must be a lower-case" + " word of at most " + RoleTable.LONGEST_NAME
                        + " characters, for example editor");
        require(
                fits(description, RoleTable.LONGEST_DESCRIPTION),
                "description",
                "must have at most " + RoleTable.LONGEST_DESCRIPTION + " characters, and no character 0 among them");
        require(
                permissions.stream().allMatch(Scopes::isScope),
                "permissions",
                "must each be of the form thing:verb," + " thing:* or *, for example documents:write");
        if (name.equals(User.ADMIN)) {
            throw new KernelException(ErrorCode.CONFLICT, "The role admin allows everything and cannot be changed.");
        }
        Role role = new Role(name, description, permissions, Definitions.isBuiltin(name));
        db.inTransaction(() -> {
            table.save(role, clock.millis());
            db.afterCommit(definitions::tell);
        });
        return role;
    }

    /**
     * Removes a role, and with it everybody's assignments of it; false when there is none such.
     *
     * @throws KernelException a conflict for the builtin ones, and while it is the own role of an account
     */
    public boolean remove(String name) {
        if (Definitions.isBuiltin(name)) {
            throw new KernelException(ErrorCode.CONFLICT, "The role " + name + " is always there.");
        }
        if (!isName(name)) {
            return false;
        }
        return db.inTransaction(() -> {
            boolean removed = table.delete(name);
            long accounts = users.withRole(name);
            if (accounts > 0) {
                throw new KernelException(
                        ErrorCode.CONFLICT,
                        "The role " + name + " is that of " + accounts + (accounts == 1 ? " account" : " accounts")
                                + ": give them another first, with PATCH admin/users/{id}.");
            }
            assignments.ofRole(name).forEach(this::end);
            db.afterCommit(definitions::tell);
            return removed;
        });
    }

    /** Gives a user a role everywhere and for good. */
    public Assignment assignRole(String userId, String role) {
        return assignRole(userId, role, Optional.empty(), Optional.empty());
    }

    /**
     * Gives a user a role, for one resource or everywhere, for a time or for good. Doing it again sets when it ends.
     *
     * @throws KernelException invalid, when there is no such user or role
     */
    public Assignment assignRole(String userId, String role, Optional<Resource> resource, Optional<Instant> expiresAt) {
        require(users.byId(userId).isPresent(), "user_id", "must be the id of a user");
        resource.ifPresent(Roles::check);
        require(expiresAt.map(clock.instant()::isBefore).orElse(true), "expires_at", "must be in the future");
        return db.inTransaction(() -> {
            requireRole(role);
            Assignment made = assignments.save(userId, role, resource, expiresAt, clock.millis());
            changed(made);
            return made;
        });
    }

    /**
     * Makes sure that there is such a role, and that nobody removes it before the caller's transaction ends.
     *
     * @throws KernelException invalid, when there is none
     */
    public void requireRole(String role) {
        boolean there = Definitions.isBuiltin(role) || isName(role) && table.lock(role);
        require(there, "role", "must be the name of a role that exists");
    }

    private static boolean isName(String text) {
        return NAME.matcher(text).matches() && text.length() <= RoleTable.LONGEST_NAME;
    }

    private static boolean fits(String text, int most) {
        return text.length() <= most && Identifiers.canBeStored(text);
    }

    private static void check(Resource resource) {
        require(
                !resource.type().isBlank() && fits(resource.type(), AssignmentTable.LONGEST_TYPE),
                "resource_type",
                "must have 1 to " + AssignmentTable.LONGEST_TYPE + " characters, and no character 0 among them");
        require(
                !resource.id().isBlank() && fits(resource.id(), AssignmentTable.LONGEST_ID),
                "resource_id",
                "must have 1 to " + AssignmentTable.LONGEST_ID + " characters, and no character 0 among them");
    }

    private static void require(boolean holds, String field, String message) {
        if (!holds) {
            throw new KernelException(
                    ErrorCode.INVALID,
                    "The field " + field + " " + message + ".",
                    List.of(new FieldError(field, message)));
        }
    }

    /** Takes a role that was given everywhere; false when it was not. */
    public boolean revokeRole(String userId, String role) {
        return revokeRole(userId, role, Optional.empty());
    }

    /** Takes a role that was given for a resource, or everywhere; false when it was not. */
    public boolean revokeRole(String userId, String role, Optional<Resource> resource) {
        return db.inTransaction(
                () -> assignments.find(userId, role, resource).map(this::end).orElse(false));
    }

    /** Takes what an assignment gave; false when there is none such. */
    public boolean revoke(String assignmentId) {
        return db.inTransaction(
                () -> assignments.get(assignmentId).map(this::end).orElse(false));
    }

    /** The newest first; those that have expired are among them. */
    public List<Assignment> assignments(String userId) {
        return assignments.ofUser(userId);
    }

    /** How many assignments of a role there are, expired ones among them. */
    public int assigned(String role) {
        return assignments.ofRole(role).size();
    }

    /** How many accounts have it as their own role, active or not; it cannot be removed while there are any. */
    public long accounts(String role) {
        return users.withRole(role);
    }

    private boolean end(Assignment assignment) {
        boolean ended = assignments.delete(assignment.id());
        if (ended) {
            changed(assignment);
        }
        return ended;
    }

    private void changed(Assignment assignment) {
        if (assignment.resource().isEmpty()) {
            listeners.forEach(listener -> listener.rolesChanged(assignment.userId()));
        }
        outdate(assignment.userId());
    }

    /** What is remembered of a user is no longer so; on every instance, when the transaction commits. */
    public void outdate(String userId) {
        db.afterCommit(() -> holders.tell(userId));
    }
}
