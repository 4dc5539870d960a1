package io.appkernel.metrics;

import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;

/** An intercepted method and the class it is called on, as it was written. */
record Target(Class<?> type, Method method) {

    /** Containers intercept through subclasses they make up; those have no name of their own. */
    static Target of(InvocationContext call) {
        Method method = call.getMethod();
        Object target = call.getTarget();
        Class<?> type = target == null ? method.getDeclaringClass() : target.getClass();
        while (isMadeUp(type) && type.getSuperclass() != null) {
            type = type.getSuperclass();
        }
        return new Target(type, method);
    }

    private static boolean isMadeUp(Class<?> type) {
        return type.isSynthetic() || type.getName().contains("$$");
    }

    /** For people: the class without its package, and the method. */
    String shortName() {
        return type.getSimpleName() + "." + method.getName();
    }
}
