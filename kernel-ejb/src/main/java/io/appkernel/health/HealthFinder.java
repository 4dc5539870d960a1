package io.appkernel.health;

import io.appkernel.plugin.Finder;
import io.appkernel.plugin.Reference;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ProcessBean;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Collects the health checks of the kernel and of the app. Public because the service loader creates it. */
public final class HealthFinder implements Finder {
    private final List<Found> found = new ArrayList<>();

    /** One check's bean and what it is asked for. */
    record Found(Reference<HealthCheck> check, Set<HealthKind> kinds) {}

    @Override
    public void bean(ProcessBean<?> event) {
        Bean<?> bean = event.getBean();
        if (bean.getTypes().contains(HealthCheck.class)) {
            found.add(new Found(new Reference<>(bean, HealthCheck.class), kinds(bean)));
        }
    }

    private static Set<HealthKind> kinds(Bean<?> bean) {
        Set<HealthKind> kinds = EnumSet.noneOf(HealthKind.class);
        for (Annotation qualifier : bean.getQualifiers()) {
            if (qualifier instanceof Liveness) {
                kinds.add(HealthKind.LIVENESS);
            } else if (qualifier instanceof Readiness) {
                kinds.add(HealthKind.READINESS);
            } else if (qualifier instanceof Startup) {
                kinds.add(HealthKind.STARTUP);
            }
        }
        return kinds;
    }

    @Override
    public void check(BeanManager beans, Consumer<String> problems) {
        found.stream()
                .filter(one -> one.kinds().isEmpty())
                .forEach(
                        one -> problems.accept(
                                className(one)
                                        + " is a HealthCheck that nobody would ask. Annotate it with @Readiness (no traffic while it is DOWN),"
                                        + " @Liveness (restart the node when it is DOWN) or @Startup (no traffic until it was UP once)"));
    }

    /** In an order that does not depend on the server's scan. */
    List<Found> found() {
        return found.stream()
                .sorted(Comparator.comparing(HealthFinder::className))
                .toList();
    }

    private static String className(Found one) {
        return one.check().bean().getBeanClass().getName();
    }
}
