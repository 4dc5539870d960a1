package io.appkernel.apikeys;

import io.appkernel.auth.AuthMode;
import io.appkernel.auth.AuthSettings;
import io.appkernel.lifecycle.KernelStarted;
import io.appkernel.log.KernelLog;
import io.appkernel.operator.OperatorSettings;
import io.appkernel.settings.FeatureSettings;
import io.appkernel.settings.KernelSettings;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

/** Says so, after the app's own seeds, where keys alone count and there is neither one nor an operator to make it. */
@Dependent
class FirstKeyStart {
    private final ApiKeys keys;
    private final KernelLog log;

    @Inject
    FirstKeyStart(ApiKeys keys, KernelLog log) {
        this.keys = keys;
        this.log = log;
    }

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE + 600) KernelStarted event) {
        if (keysAlone(event.settings()) && !keys.isAny()) {
            log.warn("there is no API key and nobody who can make one: set kernel.operator-token"
                    + " (KERNEL_OPERATOR_TOKEN), make an account and its key with it, and unset it again if you like");
        }
    }

    private static boolean keysAlone(KernelSettings settings) {
        return settings.get(FeatureSettings.class).auth()
                && settings.get(AuthSettings.class).mode() == AuthMode.APIKEY
                && settings.get(OperatorSettings.class).operatorToken().isEmpty();
    }
}
