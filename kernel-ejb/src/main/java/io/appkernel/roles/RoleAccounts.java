package io.appkernel.roles;

import io.appkernel.auth.Caller;
import io.appkernel.auth.CallerKind;
import io.appkernel.auth.CurrentUser;
import io.appkernel.auth.PermissionSource;
import io.appkernel.users.AccountListener;
import io.appkernel.users.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** What the features below need to know of roles, and those above tell them. */
@ApplicationScoped
class RoleAccounts implements PermissionSource, CurrentUser.Source, AccountListener {
    @Inject
    Roles roles;

    @Override
    public boolean allows(String userId, String permission, String resourceType, String resourceId) {
        return roles.hasPermission(userId, permission, resourceType, resourceId);
    }

    @Override
    public Optional<Caller> caller(String userId) {
        return roles.holder(userId)
                .map(holder -> new Caller(
                        holder.userId(),
                        holder.email(),
                        holder.role(),
                        holder.roles(),
                        CallerKind.USER,
                        roles.scopes(holder.roles()),
                        Optional.empty(),
                        Map.of("sub", holder.userId())));
    }

    @Override
    public void changed(User before, User after) {
        if (!before.role().equals(after.role())) {
            roles.requireRole(after.role());
        }
        roles.outdate(after.id());
    }
}
