package io.appkernel.rest;

import io.appkernel.json.Json;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Method;

/** Registers what makes every JAX-RS application read and answer alike. For the edge. */
public final class RestConventions {
    private final Json json;

    public RestConventions(Json json) {
        this.json = json;
    }

    /** For a whole application: JSON bodies and typed parameters. */
    public void register(FeatureContext application) {
        application.register(new JsonBody(json), 1);
        application.register(new ParameterConverters());
    }

    /** For one route of it. */
    public void register(FeatureContext route, Class<?> resource, Method handler) {
        if (JsonByDefault.isFor(resource, handler)) {
            route.register(new JsonByDefault());
        }
    }
}
