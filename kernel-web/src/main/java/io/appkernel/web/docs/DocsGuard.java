package io.appkernel.web.docs;

import io.appkernel.auth.CurrentUser;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.settings.Environment;
import io.appkernel.settings.NodeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Who may read the API's documents: everybody outside prod, the role admin in prod. Thread-safe. */
@ApplicationScoped
class DocsGuard {
    @Inject
    NodeSettings settings;

    @Inject
    CurrentUser user;

    boolean allowed() {
        return settings.environment() != Environment.PROD || user.isAdmin();
    }

    /** Throws what the edge turns into a 401 or a 403. */
    void check() {
        if (allowed()) {
            return;
        }
        if (user.isAuthenticated()) {
            throw new KernelException(ErrorCode.FORBIDDEN, "In prod the API's documents are for the role admin.");
        }
        throw new KernelException(
                ErrorCode.UNAUTHENTICATED, "In prod the API's documents need the operator token or an admin's.");
    }
}
