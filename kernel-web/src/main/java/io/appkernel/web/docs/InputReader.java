package io.appkernel.web.docs;

import com.fasterxml.jackson.databind.JavaType;
import io.appkernel.web.docs.Input.Place;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.MatrixParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a handler takes from the request: by its parameters, by the fields, setters and constructor of its resource,
 * and through @BeanParam by those of other classes. One per handler.
 */
final class InputReader {
    /** Given by the runtime and not by the client, or (matrix parameters) beyond what a document can say. */
    private static final Set<Class<? extends Annotation>> NOT_A_BODY =
            Set.of(Context.class, Suspended.class, MatrixParam.class);

    private final Schemas schemas;
    private final Map<String, Input> inputs = new LinkedHashMap<>();
    private final Set<Class<?>> beans = new HashSet<>();

    InputReader(Schemas schemas) {
        this.schemas = schemas;
    }

    Collection<Input> read(Method method, Class<?> resource) {
        for (Spot spot : spots(method)) {
            if (!take(spot, resource) && !spot.hasAny(NOT_A_BODY)) {
                put(Place.BODY, "", spot, resource);
            }
        }
        takeMembers(resource);
        return inputs.values();
    }

    private void takeMembers(Class<?> bean) {
        if (!beans.add(bean)) {
            return;
        }
        for (Constructor<?> constructor : bean.getDeclaredConstructors()) {
            spots(constructor).forEach(spot -> take(spot, bean));
        }
        for (Class<?> type : Declared.lineage(bean)) {
            for (Field field : type.getDeclaredFields()) {
                take(new Spot(field.getGenericType(), field.getType(), type, field.getAnnotations()), bean);
            }
            setters(type).forEach(spot -> take(spot, bean));
        }
    }

    /** Answers whether the spot names a part of the request. */
    private boolean take(Spot spot, Class<?> seenFrom) {
        for (Annotation annotation : spot.annotations) {
            if (annotation instanceof PathParam path) {
                put(Place.PATH, path.value(), spot, seenFrom);
            } else if (annotation instanceof QueryParam query) {
                put(Place.QUERY, query.value(), spot, seenFrom);
            } else if (annotation instanceof HeaderParam header) {
                put(Place.HEADER, header.value(), spot, seenFrom);
            } else if (annotation instanceof CookieParam cookie) {
                put(Place.COOKIE, cookie.value(), spot, seenFrom);
            } else if (annotation instanceof FormParam form) {
                put(Place.FORM, form.value(), spot, seenFrom);
            } else if (annotation instanceof BeanParam) {
                takeMembers(spot.raw);
            } else {
                continue;
            }
            return true;
        }
        return false;
    }

    private void put(Place place, String name, Spot spot, Class<?> seenFrom) {
        JavaType type = schemas.resolve(spot.type, seenFrom, spot.declaredBy);
        inputs.putIfAbsent(place + " " + name, new Input(place, name, type, spot.annotations));
    }

    private static List<Spot> spots(Executable executable) {
        return Arrays.stream(executable.getParameters())
                .map(parameter -> spot(executable, parameter, parameter.getAnnotations()))
                .toList();
    }

    private static List<Spot> setters(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().startsWith("set") && method.getParameterCount() == 1)
                .sorted(Comparator.comparing(Method::getName))
                .map(method -> spot(method, method.getParameters()[0], method.getAnnotations()))
                .toList();
    }

    private static Spot spot(Executable executable, Parameter parameter, Annotation[] annotations) {
        return new Spot(
                parameter.getParameterizedType(), parameter.getType(), executable.getDeclaringClass(), annotations);
    }

    /** A place in the code that may take something: a parameter, a field or a setter. */
    private record Spot(Type type, Class<?> raw, Class<?> declaredBy, Annotation[] annotations) {
        boolean hasAny(Set<Class<? extends Annotation>> types) {
            return Arrays.stream(annotations).anyMatch(annotation -> types.contains(annotation.annotationType()));
        }
    }
}
