package io.appkernel.auth;

import java.util.Optional;

/** Knows who a user is apart from a request; a bean of the feature that keeps roles. Thread-safe. */
public interface CallerSource {
    /** The user as a caller without a credential, for work done later on their behalf; empty when there is no such account that is active. */
    Optional<Caller> caller(String userId);
}
