package io.appkernel.jobs;

import io.appkernel.plugin.Finder;
import io.appkernel.plugin.Reference;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ProcessBean;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Finds every task handler of the app, wherever its bean stands, and refuses those that could never run. */
public class TaskFinder implements Finder {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:-]{1,100}");

    private final List<TaskHandler> found = new ArrayList<>();

    @Override
    public void bean(ProcessBean<?> event) {
        if (event.getAnnotated() instanceof AnnotatedType<?> type) {
            type.getMethods().stream()
                    .filter(method -> method.isAnnotationPresent(Task.class))
                    .forEach(method -> add(event.getBean(), method));
        }
    }

    private void add(Bean<?> bean, AnnotatedMethod<?> method) {
        String name = method.getAnnotation(Task.class).value();
        found.add(new TaskHandler(name, new Reference<>(bean, Object.class), method.getJavaMember()));
    }

    @Override
    public void define(AfterBeanDiscovery event, BeanManager beans, Consumer<String> problems) {
        Map<String, List<TaskHandler>> byName = new TreeMap<>();
        for (TaskHandler handler : found) {
            check(handler, problems);
            byName.computeIfAbsent(handler.name(), name -> new ArrayList<>()).add(handler);
        }
        byName.forEach((name, handlers) -> {
            if (handlers.size() > 1) {
                problems.accept("The task \"" + name + "\" has " + handlers.size() + " handlers, "
                        + String.join(
                                " and ",
                                handlers.stream()
                                        .map(TaskHandler::place)
                                        .sorted()
                                        .toList())
                        + ": rename all but one");
            }
        });
    }

    private static void check(TaskHandler handler, Consumer<String> problems) {
        Method method = handler.method();
        if (!NAME.matcher(handler.name()).matches()) {
            problems.accept("The task name \"" + handler.name() + "\" of " + handler.place()
                    + " must be 1 to 100 letters, digits, or any of _ . : -");
        }
        if (Modifier.isPrivate(method.getModifiers()) || Modifier.isStatic(method.getModifiers())) {
            problems.accept("The task handler " + handler.place() + " must be neither private nor static");
        }
        Class<?>[] parameters = method.getParameterTypes();
        boolean contextLast = parameters.length < 2 || parameters.length == 2 && parameters[1] == JobContext.class;
        if (!contextLast) {
            problems.accept("The task handler " + handler.place() + " must take (payload), (payload, JobContext),"
                    + " (JobContext) or nothing");
        }
    }

    /** The name of every task that has a handler, sorted. */
    public List<String> names() {
        return handlers().stream().map(TaskHandler::name).toList();
    }

    /** Every handler, sorted by name. */
    List<TaskHandler> handlers() {
        return found.stream()
                .sorted(java.util.Comparator.comparing(TaskHandler::name))
                .toList();
    }
}
