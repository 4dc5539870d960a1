package io.appkernel.jobs;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Calls a {@link Task} method, with a request scope around it. */
final class FoundHandler implements JobRegistry.Handler {
    private final Object bean;
    private final Method method;
    private final ThreadLocal<RequestContextController> requests;

    FoundHandler(Object bean, Method method, Instance<RequestContextController> requests) {
        this.bean = bean;
        this.method = method;
        // A controller remembers whether it was the one to begin; one for each of our threads, which end before us.
        this.requests = ThreadLocal.withInitial(requests::get);
        method.setAccessible(true);
    }

    @Override
    public @Nullable Object handle(@Nullable Object payload, JobContext context) throws Exception {
        RequestContextController request = requests.get();
        boolean mine = request.activate();
        try {
            return call(payload, context);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        } finally {
            if (mine) {
                request.deactivate();
            }
        }
    }

    private @Nullable Object call(@Nullable Object payload, JobContext context)
            throws InvocationTargetException, IllegalAccessException {
        Class<?>[] types = method.getParameterTypes();
        return switch (types.length) {
            case 0 -> method.invoke(bean);
            case 1 -> method.invoke(bean, types[0] == JobContext.class ? context : payload);
            default -> method.invoke(bean, payload, context);
        };
    }
}
