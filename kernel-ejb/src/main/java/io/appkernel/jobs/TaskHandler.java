package io.appkernel.jobs;

import io.appkernel.plugin.Reference;
import java.lang.reflect.Method;

/** One {@code @Task} method and the bean it belongs to. */
record TaskHandler(String name, Reference<?> bean, Method method) {
    String place() {
        return method.getDeclaringClass().getName() + "#" + method.getName();
    }
}
