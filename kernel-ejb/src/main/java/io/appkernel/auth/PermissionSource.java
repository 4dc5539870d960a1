package io.appkernel.auth;

/** Knows what users may do to single resources; a bean of the feature that keeps roles. Quick and thread-safe. */
public interface PermissionSource {
    /** Whether the user may, because of a role held everywhere or for that resource. */
    boolean allows(String userId, String permission, String resourceType, String resourceId);
}
