package io.appkernel.web.health;

import io.appkernel.auth.CurrentUser;
import io.appkernel.health.Health;
import io.appkernel.health.HealthReport;
import io.appkernel.health.HealthSettings;
import io.appkernel.json.Json;
import io.appkernel.settings.FeatureSettings;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.annotation.WebListener;
import java.util.function.Supplier;

/** Maps the probes in the WAR it stands in, which is the one at the root. */
@WebListener
class HealthRoutes implements ServletContextListener {
    @Inject
    private Health health;

    @Inject
    private HealthSettings settings;

    @Inject
    private FeatureSettings features;

    @Inject
    private Json json;

    @Inject
    private CurrentUser user;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (!features.health()) {
            return;
        }
        map(event.getServletContext(), "kernel-liveness", settings.path(), health::liveness);
        map(event.getServletContext(), "kernel-readiness", settings.readyPath(), health::readiness);
    }

    private void map(ServletContext context, String name, String path, Supplier<HealthReport> report) {
        ServletRegistration.Dynamic servlet = context.addServlet(name, new HealthServlet(report, json, user));
        if (servlet == null || !servlet.addMapping(path).isEmpty()) {
            throw new IllegalStateException(
                    "The path " + path + " or the servlet name " + name
                            + " is taken by a servlet of the app; set kernel.health.path or kernel.health.ready-path to another");
        }
    }
}
