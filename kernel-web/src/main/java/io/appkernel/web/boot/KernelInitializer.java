package io.appkernel.web.boot;

import jakarta.persistence.Entity;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.HandlesTypes;
import java.util.Set;

/**
 * Installs the kernel's edge in every WAR, with the entities that the server found for a second look. Fetches it through the WAR's loader, for this jar may stand above it in an EAR.
 */
@HandlesTypes(Entity.class)
public class KernelInitializer implements ServletContainerInitializer {
    @Override
    public void onStartup(Set<Class<?>> classes, ServletContext context) throws ServletException {
        Kernel.load("io.appkernel.edge.EdgeInitializer", ServletContainerInitializer.class, context.getClassLoader())
                .onStartup(classes, context);
    }
}
