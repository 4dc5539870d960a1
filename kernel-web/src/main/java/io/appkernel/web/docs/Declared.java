package io.appkernel.web.docs;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds annotations where JAX-RS lets them stand: on the method itself, or on the one it overrides or implements. */
final class Declared {
    private static final String JAX_RS = "jakarta.ws.rs.";

    private Declared() {}

    /** The method that carries the JAX-RS annotations of this handler. */
    static Method method(Method handler, Class<?> resource) {
        if (isAnnotated(handler)) {
            return handler;
        }
        for (Class<?> type : lineage(resource)) {
            for (Method method : type.getDeclaredMethods()) {
                if (overrides(handler, method) && isAnnotated(method)) {
                    return method;
                }
            }
        }
        return handler;
    }

    /** The annotation on the method, or else on its resource or what that extends or implements. */
    static <A extends Annotation> Optional<A> on(Method method, Class<?> resource, Class<A> type) {
        return Stream.concat(Stream.<AnnotatedElement>of(method), lineage(resource).stream())
                .flatMap(element -> Stream.ofNullable(element.getDeclaredAnnotation(type)))
                .findFirst();
    }

    /** The class, its superclasses and then its interfaces; not Object. */
    static List<Class<?>> lineage(Class<?> type) {
        List<Class<?>> classes = new ArrayList<>();
        Set<Class<?>> interfaces = new LinkedHashSet<>();
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            classes.add(c);
            addInterfaces(c, interfaces);
        }
        classes.addAll(interfaces);
        return classes;
    }

    private static void addInterfaces(Class<?> type, Set<Class<?>> found) {
        for (Class<?> each : type.getInterfaces()) {
            if (found.add(each)) {
                addInterfaces(each, found);
            }
        }
    }

    private static boolean overrides(Method handler, Method method) {
        return handler.getName().equals(method.getName())
                && handler.getParameterCount() == method.getParameterCount()
                && !method.isBridge();
    }

    private static boolean isAnnotated(Method method) {
        return Stream.concat(
                        Arrays.stream(method.getAnnotations()),
                        Arrays.stream(method.getParameters())
                                .map(Parameter::getAnnotations)
                                .flatMap(Arrays::stream))
                .anyMatch(annotation -> annotation.annotationType().getName().startsWith(JAX_RS));
    }
}
