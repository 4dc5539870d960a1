package io.appkernel.sessions;

import io.appkernel.roles.RoleListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Access tokens name roles, so those of before a change are no longer good. */
@ApplicationScoped
class RoleChanges implements RoleListener {
    @Inject
    Sessions sessions;

    @Override
    public void rolesChanged(String userId) {
        sessions.outdate(userId);
    }
}
