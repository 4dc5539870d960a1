package io.appkernel.lifecycle;

import io.appkernel.plugin.Finder;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Knows who observes the kernel's events, in every archive. An event fired from the EJB jar of an EAR reaches no observer
 * in an app's WAR, so the kernel calls each one itself, in the order of their priorities.
 */
public class LifecycleFinder implements Finder {
    private final List<ObserverMethod<?>> observers = new ArrayList<>();

    @Override
    public void observer(ProcessObserverMethod<?, ?> event) {
        Type type = event.getObserverMethod().getObservedType();
        if (type == KernelStarted.class || type == KernelStopping.class) {
            observers.add(event.getObserverMethod());
        }
    }

    @Override
    public void define(AfterBeanDiscovery event, BeanManager beans, Consumer<String> problems) {
        observers.stream()
                .filter(ObserverMethod::isAsync)
                .forEach(observer -> problems.accept("The observer of "
                        + ((Class<?>) observer.getObservedType()).getSimpleName() + " in "
                        + observer.getBeanClass().getName() + " uses @ObservesAsync: use @Observes"));
        observers.sort(Comparator.comparingInt(ObserverMethod::getPriority));
    }

    /** Calls every observer of the event; the first that throws stops the rest. */
    void started(KernelStarted event) {
        each(KernelStarted.class, event);
    }

    /** Calls every observer of the event, however many throw; answers what they threw. */
    List<RuntimeException> stopping(KernelStopping event) {
        List<RuntimeException> thrown = new ArrayList<>();
        for (ObserverMethod<?> observer : of(KernelStopping.class)) {
            try {
                call(observer, event);
            } catch (RuntimeException e) {
                thrown.add(e);
            }
        }
        return thrown;
    }

    private <T> void each(Class<T> type, T event) {
        of(type).forEach(observer -> call(observer, event));
    }

    private List<ObserverMethod<?>> of(Class<?> type) {
        return observers.stream()
                .filter(observer -> observer.getObservedType() == type)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static <T> void call(ObserverMethod<?> observer, T event) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(observer.getBeanClass().getClassLoader());
        try {
            ((ObserverMethod<T>) observer).notify(event);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
