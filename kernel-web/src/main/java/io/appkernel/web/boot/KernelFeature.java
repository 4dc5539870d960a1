package io.appkernel.web.boot;

import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/** Registers the kernel's providers in every JAX-RS application, through the loader of the WAR it belongs to. */
@Priority(3141)
public class KernelFeature implements Feature {
    @Override
    public boolean configure(FeatureContext context) {
        return Kernel.load(
                        "io.appkernel.edge.EdgeFeature",
                        Feature.class,
                        Thread.currentThread().getContextClassLoader())
                .configure(context);
    }
}
