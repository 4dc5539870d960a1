package io.appkernel.metrics;

import io.micrometer.core.instrument.Timer;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.metrics.annotation.Timed;

/** Measures every call, failed ones too. Serializable, or it could not stand on a passivating bean. */
@Timed
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class TimedInterceptor implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    @SuppressWarnings("serial") // a client proxy, which is
    AnnotatedMeters meters;

    @AroundInvoke
    @AroundTimeout
    Object measure(InvocationContext call) throws Exception {
        Timer timer = meters.timer(call);
        long start = meters.now();
        try {
            return call.proceed();
        } finally {
            timer.record(meters.now() - start, TimeUnit.NANOSECONDS);
        }
    }
}
