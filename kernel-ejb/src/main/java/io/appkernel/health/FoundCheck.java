package io.appkernel.health;

import io.appkernel.plugin.Reference;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jspecify.annotations.Nullable;

/**
 * A check as its author expects to be called: with the loader of its own archive and a request context. Its bean is
 * made by the first call, so that a bean that cannot be made is a DOWN check and not a failed start.
 */
final class FoundCheck implements HealthCheck {
    private final Reference<HealthCheck> reference;
    private final BeanManager beans;
    private final RequestContextController requests;
    private volatile @Nullable HealthCheck check;

    FoundCheck(Reference<HealthCheck> reference, BeanManager beans, RequestContextController requests) {
        this.reference = reference;
        this.beans = beans;
        this.requests = requests;
    }

    /** What the check is called while it has not answered: its bean's name, or one made from its class. */
    static String nameOf(Bean<?> bean) {
        if (bean.getName() != null) {
            return bean.getName();
        }
        String type = bean.getBeanClass().getSimpleName();
        String stem = type.replaceFirst("(?<=.)(Health)?Check$", "");
        return stem.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    @Override
    public HealthCheckResponse call() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(reference.loader());
        try {
            return inRequest();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private HealthCheckResponse inRequest() {
        boolean opened = requests.activate();
        try {
            return bean().call();
        } finally {
            if (opened) {
                requests.deactivate();
            }
        }
    }

    private HealthCheck bean() {
        HealthCheck known = check;
        if (known == null) {
            known = reference.get(beans);
            check = known;
        }
        return known;
    }
}
