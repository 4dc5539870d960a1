package io.appkernel.web.apikeys;

import io.appkernel.apikeys.NewApiKey;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.FieldError;
import io.appkernel.errors.KernelException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key that is wished for.
 *
 * @param scopes what it is limited to; with none it opens only routes that ask for no scope
 * @param expiresInDays when left out the key is good until it is revoked
 * @param workspaceId the workspace that it works in
 * @param userId whose it will be; for admins
 */
public record KeyRequest(
        String name,
        @Nullable List<@Nullable String> scopes,
        @Nullable Integer expiresInDays,
        @Nullable String workspaceId,
        @Nullable String userId) {
    NewApiKey wish() {
        return new NewApiKey(
                name == null ? "" : name,
                distinct(scopes),
                Optional.ofNullable(expiresInDays),
                Optional.ofNullable(workspaceId),
                Optional.ofNullable(userId));
    }

    private static Set<String> distinct(@Nullable List<@Nullable String> scopes) {
        Set<String> all = new HashSet<>();
        if (scopes != null) {
            for (String scope : scopes) {
                if (scope == null) {
                    throw new KernelException(
                            ErrorCode.INVALID,
                            "The field scopes must not contain null.",
                            List.of(new FieldError("scopes", "must not contain null")));
                }
                all.add(scope);
            }
        }
        return all;
    }
}
