package io.appkernel.rest;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.File;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Set;

/** An answer of a route with no {@code @Produces} is JSON; RESTEasy would look for a writer of octet-streams. */
final class JsonByDefault implements ContainerResponseFilter {
    private static final Set<MediaType> NOT_CHOSEN =
            Set.of(MediaType.APPLICATION_OCTET_STREAM_TYPE, MediaType.WILDCARD_TYPE);

    /** Whether the route leaves the media type open. */
    static boolean isFor(Class<?> resource, Method handler) {
        return !handler.isAnnotationPresent(Produces.class) && !resource.isAnnotationPresent(Produces.class);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MediaType type = response.getMediaType();
        if (response.hasEntity() && !isRaw(response.getEntity()) && (type == null || NOT_CHOSEN.contains(type))) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_TYPE);
        }
    }

    private static boolean isRaw(Object entity) {
        return entity instanceof byte[] || entity instanceof InputStream || entity instanceof File;
    }
}
