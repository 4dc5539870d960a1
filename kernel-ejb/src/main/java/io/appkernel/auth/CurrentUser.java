package io.appkernel.auth;

import io.appkernel.context.Call;
import io.appkernel.context.Calls;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The caller of the current unit of work, request or job. Inject it anywhere; each method answers for the thread's
 * current call. With nobody signed in, {@link #isAuthenticated} is false and the ids are empty.
 */
@ApplicationScoped
public class CurrentUser {
    /** Knows who a user is apart from a request; a bean of a feature that stands above. Thread-safe. */
    public interface Source {
        /** The user as a caller without a credential, for work done on their behalf; empty unless the account is active. */
        Optional<Caller> caller(String userId);
    }

    private final Calls calls;
    private final Gate gate;
    private final Iterable<Source> sources;

    CurrentUser() {
        this(new Calls(), new Gate(), List.of());
    }

    @Inject
    CurrentUser(Calls calls, Gate gate, Instance<Source> sources) {
        this(calls, gate, (Iterable<Source>) sources);
    }

    /** With those who know users apart from a request, for jobs. */
    public CurrentUser(Calls calls, Gate gate, Iterable<Source> sources) {
        this.calls = calls;
        this.gate = gate;
        this.sources = sources;
    }

    /** What was found about the user of a call that no credential came with; once per call. */
    private record Found(Optional<Caller> caller) {}

    /** The caller; in a job the user it is done for, as the account is now, while it is active. */
    public Optional<Caller> caller() {
        return calls.current().flatMap(call -> call.attached(Caller.class).or(() -> lookedUp(call)));
    }

    private Optional<Caller> lookedUp(Call call) {
        Optional<String> userId = call.userId();
        if (userId.isEmpty()) {
            return Optional.empty();
        }
        Optional<Found> before = call.attached(Found.class);
        if (before.isEmpty()) {
            Found found = new Found(find(userId.get()).map(caller -> caller.in(call.workspaceId())));
            call.attach(Found.class, found);
            return found.caller();
        }
        return before.get().caller();
    }

    private Optional<Caller> find(String userId) {
        for (Source source : sources) {
            Optional<Caller> found = source.caller(userId);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    public boolean isAuthenticated() {
        return caller().isPresent();
    }

    /** Whether the caller's account may be used: never that of a job's user who was deactivated since, nor nobody's. */
    public boolean isActive() {
        return isAuthenticated();
    }

    /** The id; in a job also that of a user who is no longer active. */
    public Optional<String> id() {
        return calls.current()
                .flatMap(call -> call.attached(Caller.class).map(Caller::id).or(call::userId));
    }

    public Optional<String> email() {
        return caller().map(Caller::email).filter(email -> !email.isEmpty());
    }

    public Optional<String> role() {
        return caller().map(Caller::role);
    }

    public Optional<CallerKind> kind() {
        return caller().map(Caller::kind);
    }

    public Optional<String> workspaceId() {
        return calls.current()
                .flatMap(call ->
                        call.attached(Caller.class).map(Caller::workspaceId).orElseGet(call::workspaceId));
    }

    /** Every role, {@link #role} among them. */
    public Set<String> roles() {
        return caller().map(Caller::roles).orElse(Set.of());
    }

    /** What the caller may do everywhere, as scopes; they may have wildcards, so ask with {@link #hasScope}. */
    public Set<String> scopes() {
        return caller().map(Caller::scopes).orElse(Set.of());
    }

    public boolean isAdmin() {
        return caller().map(Caller::isAdmin).orElse(false);
    }

    public boolean hasRole(String role) {
        return caller().map(caller -> caller.roles().contains(role)).orElse(false);
    }

    /** Whether the caller holds the scope: their roles give it, and an API key does not limit it. */
    public boolean hasScope(String scope) {
        return caller().map(caller -> gate.allows(caller, scope)).orElse(false);
    }

    /**
     * For who gives rights to others: an API key gives nobody more than it may do itself, for what it gives outlives it.
     *
     * @throws KernelException forbidden, when a key's scopes do not cover all of these
     */
    public void requireReach(Set<String> scopes) {
        if (!caller().map(caller -> Scopes.allowAll(caller.limits(), scopes)).orElse(true)) {
            throw new KernelException(
                    ErrorCode.FORBIDDEN,
                    "An API key gives nobody more than it may do itself. Sign in, or use a key with these scopes.");
        }
    }

    /** Whether the caller has the permission everywhere. */
    public boolean hasPermission(String permission) {
        return hasScope(permission);
    }

    /** Whether the caller has the permission for one resource, be it because they have it everywhere. */
    public boolean hasPermission(String permission, String resourceType, String resourceId) {
        return caller().map(caller -> gate.allows(caller, permission, resourceType, resourceId))
                .orElse(false);
    }
}
