package io.appkernel.settings;

import io.appkernel.plugin.Finder;
import io.appkernel.plugin.Reference;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Finds every {@link Settings} record and {@link EnvCheck}, binds the records once and makes each a bean. What is wrong
 * is told in {@link #check}, after every other feature had its say in {@link #define}, together with the failed checks.
 */
public final class SettingsFinder implements Finder {
    private static final Logger LOG = System.getLogger(SettingsFinder.class.getName());

    private final Set<Class<? extends Record>> records = new TreeSet<>(Comparator.comparing(Class::getName));
    private final Set<ClassLoader> loaders = new LinkedHashSet<>(List.of(SettingsFinder.class.getClassLoader()));
    private final List<Reference<EnvCheck>> checks = new ArrayList<>();
    private final List<String> misplaced = new ArrayList<>();
    private @Nullable Review review;

    @Override
    public void type(ProcessAnnotatedType<?> event, AnnotatedType<?> type) {
        Class<?> found = type.getJavaClass();
        Optional.ofNullable(found.getClassLoader()).ifPresent(loaders::add);
        if (type.isAnnotationPresent(Settings.class)) {
            settings(type, found);
            event.veto();
        }
    }

    private void settings(AnnotatedType<?> type, Class<?> found) {
        if (!found.isRecord()) {
            misplaced.add(found.getName() + " has @Settings and is not a record; make it one");
            return;
        }
        if (!type.isAnnotationPresent(Dependent.class)) {
            misplaced.add(found.getName() + " needs @Dependent beside @Settings; not every server finds it otherwise");
        }
        records.add(found.asSubclass(Record.class));
    }

    @Override
    public void bean(ProcessBean<?> event) {
        if (event.getBean().getTypes().contains(EnvCheck.class)) {
            checks.add(new Reference<>(event.getBean(), EnvCheck.class));
        }
    }

    @Override
    public void define(AfterBeanDiscovery event, BeanManager beans, Consumer<String> problems) {
        List<ClassLoader> archives =
                loaders.stream().filter(SettingsFinder::ofThisDeployment).toList();
        Sources sources = new Sources(
                archives.stream().map(ConfigProvider::getConfig).distinct().toList(),
                archives.stream()
                        .flatMap(loader -> CarriedSource.of(loader).stream())
                        .toList());
        review = new Review(sources, records.stream());
        add(event, KernelSettings.class);
        records.forEach(type -> add(event, type));
    }

    /** Types of the server's own modules are seen too; asking for the configuration of those would create it. */
    private static boolean ofThisDeployment(ClassLoader loader) {
        try {
            return loader.loadClass(SettingsFinder.class.getName()) == SettingsFinder.class;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private <T> void add(AfterBeanDiscovery event, Class<T> type) {
        event.<T>addBean()
                .beanClass(type)
                .types(type, Object.class)
                .scope(Singleton.class)
                .produceWith(instance -> instanceOf(type));
    }

    private Review review() {
        return Objects.requireNonNull(review);
    }

    private <T> T instanceOf(Class<T> type) {
        return type.cast(
                type == KernelSettings.class
                        ? review().settings()
                        : review().settings().get(type.asSubclass(Record.class)));
    }

    @Override
    public void check(BeanManager beans, Consumer<String> problems) {
        warn("these names are read by nothing", review().unknownNames());
        EnvFiles.ofThisProcess().problems().forEach(problems);
        misplaced.forEach(problems);
        review().problems().forEach(problems);
        List<String> failed = review().failed(checks.stream()
                .map(check -> named(check, beans))
                .sorted(Comparator.comparing(NamedCheck::name))
                .toList());
        if (review().settings().isProd()) {
            failed.forEach(problems);
        } else {
            warn("in prod the kernel would refuse to start", failed);
        }
    }

    private static NamedCheck named(Reference<EnvCheck> check, BeanManager beans) {
        return new NamedCheck(check.bean().getBeanClass().getSimpleName(), check.loader(), () -> check.get(beans));
    }

    private static void warn(String about, List<String> lines) {
        if (!lines.isEmpty()) {
            LOG.log(Level.WARNING, about + ":\n  - " + String.join("\n  - ", lines));
        }
    }
}
