package io.appkernel.probe.papers;

import io.appkernel.auth.CallerKind;
import io.appkernel.auth.CurrentUser;
import java.util.Set;

/** For whom work is done, as code sees it. */
public record Seen(
        String id,
        String email,
        Set<String> roles,
        Set<String> scopes,
        String kind,
        boolean active,
        boolean admin,
        boolean mayRead,
        boolean mayRead7) {
    static Seen by(CurrentUser user) {
        return new Seen(
                user.id().orElse(""),
                user.email().orElse(""),
                user.roles(),
                user.scopes(),
                user.kind().map(CallerKind::name).orElse(""),
                user.isActive(),
                user.isAdmin(),
                user.hasPermission("papers:read"),
                user.hasPermission("papers:read", "papers", "7"));
    }
}
