package io.appkernel.probe.beans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The public door to the package-private bean. */
@ApplicationScoped
public class Greetings {
    @Inject
    Greeter greeter;

    public String hello(String name) {
        return greeter.greet(name);
    }

    /** Whether the bean was reached through a container's proxy of the package-private class. */
    public boolean isProxied() {
        return greeter.getClass() != Greeter.class;
    }
}
