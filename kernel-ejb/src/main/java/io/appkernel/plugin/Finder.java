package io.appkernel.plugin;

import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import java.util.function.Consumer;

/**
 * One feature's eyes while the deployment is scanned. Named in {@code META-INF/services}; one instance lives as long
 * as the deployment and is injectable by its own class. The kernel's extension calls the methods in the order they
 * stand here, from one thread.
 */
public interface Finder {
    /** A class of any bean archive, the app's or the kernel's; may be vetoed. */
    default void type(ProcessAnnotatedType<?> event, AnnotatedType<?> type) {}

    /** A place of any archive, of a bean or of another component, where something is injected. */
    default void injection(ProcessInjectionPoint<?, ?> event) {}

    /** A bean of any archive; keep what is needed to fetch it later with {@link Reference}. */
    default void bean(ProcessBean<?> event) {}

    /** An observer of any archive. An event fired by the kernel does not reach those of an app's WAR by itself. */
    default void observer(ProcessObserverMethod<?, ?> event) {}

    /** The place to add beans. A problem reported here or later fails the deployment. */
    default void define(AfterBeanDiscovery event, BeanManager beans, Consumer<String> problems) {}

    /** Everything is found: report each mistake of the app with what to do about it. Beans may be fetched. */
    default void check(BeanManager beans, Consumer<String> problems) {}
}
