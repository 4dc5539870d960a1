package io.appkernel.plugin;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** Shows the deployment to every feature's {@link Finder} and fails it with all their problems in one message. */
public class KernelExtension implements Extension {
    private final List<Finder> finders = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    public KernelExtension() {
        ServiceLoader.load(Finder.class, KernelExtension.class.getClassLoader()).forEach(finders::add);
    }

    <T> void type(@Observes ProcessAnnotatedType<T> event) {
        finders.forEach(finder -> finder.type(event, event.getAnnotatedType()));
    }

    <T, X> void injection(@Observes ProcessInjectionPoint<T, X> event) {
        finders.forEach(finder -> finder.injection(event));
    }

    <T> void bean(@Observes ProcessBean<T> event) {
        finders.forEach(finder -> finder.bean(event));
    }

    <T, X> void observer(@Observes ProcessObserverMethod<T, X> event) {
        finders.forEach(finder -> finder.observer(event));
    }

    void define(@Observes AfterBeanDiscovery event, BeanManager beans) {
        for (Finder finder : finders) {
            event.addBean()
                    .beanClass(finder.getClass())
                    .types(finder.getClass(), Object.class)
                    .scope(Singleton.class)
                    .produceWith(instance -> finder);
            finder.define(event, beans, problems::add);
        }
    }

    void check(@Observes AfterDeploymentValidation event, BeanManager beans) {
        finders.forEach(finder -> finder.check(beans, problems::add));
        if (!problems.isEmpty()) {
            event.addDeploymentProblem(new DeploymentException(message()));
        }
    }

    private String message() {
        StringBuilder text = new StringBuilder("App Kernel refuses to start; put right all of these:");
        problems.forEach(problem -> text.append("\n  - ").append(problem));
        return text.toString();
    }
}
