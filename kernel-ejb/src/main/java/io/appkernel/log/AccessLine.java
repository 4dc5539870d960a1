package io.appkernel.log;

import org.jspecify.annotations.Nullable;

/**
 * One answered HTTP request.
 *
 * @param path the path without the query, which may hold secrets
 * @param route the route's template; null when no route matched
 * @param nanos how long it took
 * @param bytes length of the answer's body; negative when unknown
 */
public record AccessLine(
        String method,
        String path,
        @Nullable String route,
        int status,
        long nanos,
        long bytes,
        String clientIp,
        @Nullable String userAgent) {}
