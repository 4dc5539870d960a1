package io.appkernel.jobs;

import io.appkernel.cron.Schedule;
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
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Finds every task handler of the app, wherever its bean stands, and refuses those that could never run. */
public class TaskFinder implements Finder {
    static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:-]{1,100}");

    /** One {@code @Task} method and the bean it belongs to. */
    record Found(String name, String queue, Reference<?> bean, Method method, Optional<Schedule> schedule) {
        String place() {
            return method.getDeclaringClass().getName() + "#" + method.getName();
        }

        /** What it takes besides the context; anything when it takes nothing. */
        Type payload() {
            Type[] types = method.getGenericParameterTypes();
            return types.length == 0 || types[0] == JobContext.class ? Object.class : types[0];
        }
    }

    private final List<Found> found = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();

    @Override
    public void bean(ProcessBean<?> event) {
        if (event.getAnnotated() instanceof AnnotatedType<?> type) {
            type.getMethods().stream()
                    .filter(method -> method.isAnnotationPresent(Task.class))
                    .forEach(method -> add(event.getBean(), method));
        }
    }

    private void add(Bean<?> bean, AnnotatedMethod<?> method) {
        Task task = method.getAnnotation(Task.class);
        Reference<?> reference = new Reference<>(bean, Object.class);
        found.add(new Found(task.value(), task.queue(), reference, method.getJavaMember(), schedule(method)));
    }

    private Optional<Schedule> schedule(AnnotatedMethod<?> method) {
        Recurring recurring = method.getAnnotation(Recurring.class);
        if (recurring == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Schedule.of(recurring.value(), recurring.zone(), recurring.missed()));
        } catch (IllegalArgumentException e) {
            Method member = method.getJavaMember();
            unreadable.add("@Recurring of " + member.getDeclaringClass().getName() + "#" + member.getName() + ": "
                    + e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void define(AfterBeanDiscovery event, BeanManager beans, Consumer<String> problems) {
        unreadable.forEach(problems);
        Map<String, List<Found>> byName = new TreeMap<>();
        for (Found handler : found) {
            check(handler, problems);
            byName.computeIfAbsent(handler.name(), name -> new ArrayList<>()).add(handler);
        }
        byName.forEach((name, handlers) -> {
            if (handlers.size() > 1) {
                problems.accept("The task \"" + name + "\" has " + handlers.size() + " handlers, "
                        + String.join(
                                " and ",
                                handlers.stream().map(Found::place).sorted().toList())
                        + ": rename all but one");
            }
        });
    }

    private static void check(Found handler, Consumer<String> problems) {
        Method method = handler.method();
        if (!NAME.matcher(handler.name()).matches()) {
            problems.accept("The task name \"" + handler.name() + "\" of " + handler.place()
                    + " must be 1 to 100 letters, digits, or any of _ . : -");
        }
        if (!NAME.matcher(handler.queue()).matches()) {
            problems.accept("The queue name \"" + handler.queue() + "\" of " + handler.place()
                    + " must be 1 to 100 letters, digits, or any of _ . : -");
        }
        if (handler.schedule().isPresent() && takesPayload(method)) {
            problems.accept("The recurring task " + handler.place() + " must take (JobContext) or nothing: no payload"
                    + " comes with it");
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

    private static boolean takesPayload(Method method) {
        return method.getParameterCount() > 0 && method.getParameterTypes()[0] != JobContext.class;
    }

    /** When tasks recur, by name. */
    Map<String, Schedule> schedules() {
        Map<String, Schedule> schedules = new TreeMap<>();
        found.forEach(task -> task.schedule().ifPresent(schedule -> schedules.put(task.name(), schedule)));
        return schedules;
    }

    /** The name of every task that has a handler, sorted. */
    public List<String> names() {
        return handlers().stream().map(Found::name).toList();
    }

    /** Every handler, sorted by name. */
    List<Found> handlers() {
        return found.stream().sorted(Comparator.comparing(Found::name)).toList();
    }
}
