package io.appkernel.edge;

import io.appkernel.auth.Doorkeeper;
import io.appkernel.entities.EntityFinder;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the edge in front of everything a WAR serves. Public because the boot jar creates it by name. */
public class EdgeInitializer implements ServletContainerInitializer {
    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) throws ServletException {
        refuseUnknownEntities(classes == null ? Set.of() : classes);
        CDI.current().select(Routes.class).get().war(context);
        context.addListener(CDI.current().select(Doorkeeper.class).get());
        FilterRegistration.Dynamic filter = context.addFilter("io.appkernel.edge", new EdgeFilter());
        if (filter == null) {
            return;
        }
        filter.setAsyncSupported(true);
        filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    }

    private static void refuseUnknownEntities(Set<Class<?>> serverFound) throws ServletException {
        List<String> missed = CDI.current().select(EntityFinder.class).get().missed(serverFound);
        if (!missed.isEmpty()) {
            throw new ServletException("App Kernel did not find the archive of these entities, because it holds no CDI"
                    + " bean: " + String.join(", ", missed) + ". Give one of its classes a scope, such as"
                    + " @RequestScoped on a resource; a beans.xml alone is not enough");
        }
    }
}
