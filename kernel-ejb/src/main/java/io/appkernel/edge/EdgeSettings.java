package io.appkernel.edge;

import io.appkernel.net.ClientAddress;
import io.appkernel.settings.Default;
import io.appkernel.settings.Settings;
import jakarta.enterprise.context.Dependent;
import java.util.List;

/**
 * What stands between the network and the application.
 *
 * @param maxBodySize the largest request body in bytes
 * @param securityHeaders whether answers carry the headers that make browsers careful
 * @param requestLog whether each request leaves a line in the log
 * @param gzip whether answers are compressed for those who can read it
 * @param allowedHosts the Host names that are answered; every one when empty
 * @param trustedProxies addresses and networks whose X-Forwarded-For is believed
 */
@Dependent
@Settings("kernel.edge")
public record EdgeSettings(
        @Default("10485760") long maxBodySize,
        @Default("true") boolean securityHeaders,
        @Default("true") boolean requestLog,
        @Default("true") boolean gzip,
        @Default("") List<String> allowedHosts,
        @Default("") List<String> trustedProxies) {
    public EdgeSettings {
        if (maxBodySize < 1) {
            throw new IllegalArgumentException("max-body-size must be at least 1 byte");
        }
        allowedHosts = List.copyOf(allowedHosts);
        trustedProxies = List.copyOf(trustedProxies);
        new ClientAddress(trustedProxies);
    }
}
