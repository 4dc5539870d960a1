package io.appkernel.metrics;

import io.appkernel.metrics.Profiles.Profile;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;

/** Serializable, or it could not stand on a passivating bean. */
@Profiled
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 1)
class ProfiledInterceptor implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    @SuppressWarnings("serial") // a client proxy, which is
    Profiles profiles;

    @AroundInvoke
    @AroundTimeout
    Object profile(InvocationContext call) throws Exception {
        Profile profile = profiles.of(call);
        long start = profiles.now();
        boolean failed = true;
        try {
            Object result = call.proceed();
            failed = false;
            return result;
        } finally {
            profile.completed(profiles.now() - start, failed);
        }
    }
}
