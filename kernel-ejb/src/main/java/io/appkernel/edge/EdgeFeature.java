package io.appkernel.edge;

import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/** Every JAX-RS provider of the edge, for every application. Public because the boot jar creates it by name. */
public class EdgeFeature implements Feature {
    @Override
    public boolean configure(FeatureContext context) {
        return true;
    }
}
