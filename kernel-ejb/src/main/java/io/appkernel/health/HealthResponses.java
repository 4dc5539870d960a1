package io.appkernel.health;

import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.spi.HealthCheckResponseProvider;

/**
 * Makes {@code HealthCheckResponse.named(..)} work on servers without MicroProfile Health. Stateless. A unit test of
 * an app's check may set it with {@code HealthCheckResponse.setResponseProvider}.
 */
public final class HealthResponses implements HealthCheckResponseProvider {
    @Override
    public HealthCheckResponseBuilder createResponseBuilder() {
        return new HealthResponseBuilder();
    }

    static void installIfNone() {
        if (!hasProvider()) {
            HealthCheckResponse.setResponseProvider(new HealthResponses());
        }
    }

    private static boolean hasProvider() {
        try {
            ServiceLoader.load(HealthCheckResponseProvider.class).findFirst();
            HealthCheckResponse.builder();
            return true;
        } catch (ServiceConfigurationError theServersOfAnotherApi) {
            // The API is the deployment's own and the server's provider does not fit; asking the API would log it.
            return false;
        } catch (IllegalStateException noneOrTooMany) {
            return false;
        }
    }

    /** The API's class may be the server's and outlive this deployment: it must not hold on to our provider. */
    static void removeIfOurs() {
        try {
            if (HealthCheckResponse.builder() instanceof HealthResponseBuilder) {
                HealthCheckResponse.setResponseProvider(null);
            }
        } catch (IllegalStateException none) {
            // Somebody has removed it already.
        }
    }
}
