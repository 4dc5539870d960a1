package io.appkernel.auth;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/**
 * Puts the kernel's authentication into a WAR that it listens to, in the place of the server's bridge to it: a listener
 * hears of the start after the server's own initializers, and the last one to register wins. One per WAR.
 */
@Dependent
public class Doorkeeper implements ServletContextListener {
    private final KernelMechanism mechanism;

    @Inject
    Doorkeeper(KernelMechanism mechanism) {
        this.mechanism = mechanism;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        AuthConfigFactory factory = AuthConfigFactory.getFactory();
        factory.removeServerAuthModule(event.getServletContext());
        factory.registerServerAuthModule(new KernelAuthModule(mechanism), event.getServletContext());
    }

    /** The factory is the server's and outlives the WAR. */
    @Override
    public void contextDestroyed(ServletContextEvent event) {
        AuthConfigFactory.getFactory().removeServerAuthModule(event.getServletContext());
    }
}
