package io.appkernel.plugin;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;

/**
 * A bean found by a {@link Finder}, with the loader its code expects as the thread's context class loader. Beans of
 * an app's WAR cannot be injected into the kernel's EJB jar; they are fetched this way.
 */
public record Reference<T>(Bean<?> bean, Class<T> type) {

    /** The bean itself. A normal-scoped one is a proxy and may be kept; a dependent one belongs to its keeper. */
    public T get(BeanManager beans) {
        CreationalContext<?> context = beans.createCreationalContext(bean);
        return type.cast(beans.getReference(bean, type, context));
    }

    /** The class loader of the archive that holds the bean's class. */
    public ClassLoader loader() {
        return bean.getBeanClass().getClassLoader();
    }
}
