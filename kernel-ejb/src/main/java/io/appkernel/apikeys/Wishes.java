package io.appkernel.apikeys;

import io.appkernel.auth.Caller;
import io.appkernel.auth.CallerKind;
import io.appkernel.auth.Scopes;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.FieldError;
import io.appkernel.errors.KernelException;
import io.appkernel.roles.Roles;
import java.time.Duration;
import java.util.List;

/** What a caller may ask of a key. */
final class Wishes {
    private static final int MOST_SCOPES = 100;
    private static final int MOST_DAYS = 3650;

    private final Roles roles;

    Wishes(Roles roles) {
        this.roles = roles;
    }

    /** Whose the key will be. */
    String owner(Caller caller, NewApiKey wish) {
        String owner = wish.userId().orElse(caller.id());
        if (!owner.equals(caller.id()) && !caller.isAdmin()) {
            throw new KernelException(ErrorCode.FORBIDDEN, "Only admins make keys for others: leave out user_id.");
        }
        boolean operators = caller.kind() == CallerKind.OPERATOR && owner.equals(caller.id());
        require(
                !operators && roles.holder(owner).isPresent(),
                "user_id",
                operators
                        ? "must name a user: the operator has no account that a key could act for"
                        : "must be the id of an active user");
        return owner;
    }

    void check(Caller caller, NewApiKey wish) {
        require(
                !wish.name().isBlank()
                        && wish.name().strip().length() <= ApiKeySchema.LONGEST_NAME
                        && isText(wish.name()),
                "name",
                "must have 1 to " + ApiKeySchema.LONGEST_NAME + " characters, none of them a control character");
        require(
                wish.scopes().size() <= MOST_SCOPES && wish.scopes().stream().allMatch(Scopes::isScope),
                "scopes",
                "must be at most " + MOST_SCOPES + " of the form thing:verb, thing:* or *, for example documents:read");
        require(
                wish.expiresInDays().map(days -> days >= 1 && days <= MOST_DAYS).orElse(true),
                "expires_in_days",
                "must be from 1 to " + MOST_DAYS);
        require(
                wish.workspaceId()
                        .map(id -> !id.isBlank() && id.length() <= ApiKeySchema.LONGEST_ID && isText(id))
                        .orElse(true),
                "workspace_id",
                "must have 1 to " + ApiKeySchema.LONGEST_ID + " characters, none of them a control character");
        requireReach(caller, wish);
    }

    private static void requireReach(Caller caller, NewApiKey wish) {
        if (caller.isLimited() && !caller.isAdmin()) {
            throw new KernelException(
                    ErrorCode.FORBIDDEN, "A key makes no keys, for they would outlive it. Sign in to make one.");
        }
        boolean admins = wish.scopes().contains(Scopes.ALL) || wish.scopes().contains(Caller.ADMIN);
        if (admins && !caller.isAdmin()) {
            throw new KernelException(ErrorCode.FORBIDDEN, "Only admins give the scopes admin and *.");
        }
        if (!Scopes.allowAll(caller.limits(), wish.scopes())) {
            throw new KernelException(
                    ErrorCode.FORBIDDEN, "A key makes only keys with some of its own scopes, or all of them.");
        }
        boolean elsewhere =
                wish.workspaceId().isPresent() && !wish.workspaceId().equals(caller.workspaceId());
        if (elsewhere && !caller.isAdmin()) {
            throw new KernelException(
                    ErrorCode.FORBIDDEN, "Only admins bind a key to a workspace that its maker is not in.");
        }
        if (elsewhere && caller.isLimited() && caller.workspaceId().isPresent()) {
            throw new KernelException(ErrorCode.FORBIDDEN, "A key of a workspace makes only keys of that workspace.");
        }
    }

    static Duration grace(Duration wanted) {
        require(
                !wanted.isNegative() && wanted.compareTo(ApiKeySettings.LONGEST_GRACE) <= 0,
                "grace_seconds",
                "must be from 0 to " + ApiKeySettings.LONGEST_GRACE.toSeconds());
        return wanted;
    }

    private static boolean isText(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }

    private static void require(boolean holds, String field, String message) {
        if (!holds) {
            throw new KernelException(
                    ErrorCode.INVALID,
                    "The field " + field + " " + message + ".",
                    List.of(new FieldError(field, message)));
        }
    }
}
