package io.appkernel.metrics;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import org.eclipse.microprofile.metrics.annotation.Counted;

/** Counts every call, failed ones too. Serializable, or it could not stand on a passivating bean. */
@Counted
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class CountedInterceptor implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    @SuppressWarnings("serial") // a client proxy, which is
    AnnotatedMeters meters;

    @AroundInvoke
    @AroundTimeout
    Object count(InvocationContext call) throws Exception {
        meters.counter(call).increment();
        return call.proceed();
    }
}
