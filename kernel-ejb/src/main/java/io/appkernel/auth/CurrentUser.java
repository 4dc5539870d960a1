package io.appkernel.auth;

import io.appkernel.context.Calls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/**
 * The caller of the current unit of work, request or job. Inject it anywhere; each method answers for the thread's
 * current call. With nobody signed in, {@link #isAuthenticated} is false and the ids are empty.
 */
@ApplicationScoped
public class CurrentUser {
    private final Calls calls;

    CurrentUser() {
        this(new Calls());
    }

    @Inject
    CurrentUser(Calls calls) {
        this.calls = calls;
    }

    public Optional<Caller> caller() {
        return calls.current().flatMap(call -> call.attached(Caller.class));
    }

    public boolean isAuthenticated() {
        return caller().isPresent();
    }

    public Optional<String> id() {
        return caller().map(Caller::id);
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
        return caller().flatMap(Caller::workspaceId);
    }

    public Set<String> scopes() {
        return caller().map(Caller::scopes).orElse(Set.of());
    }

    public boolean isAdmin() {
        return caller().map(Caller::isAdmin).orElse(false);
    }

    public boolean hasRole(String role) {
        return caller().map(caller -> caller.roles().contains(role)).orElse(false);
    }
}
