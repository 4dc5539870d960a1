package io.appkernel.web.docs;

import io.appkernel.auth.Access;
import io.appkernel.auth.Caller;
import io.appkernel.edge.Route;
import io.appkernel.edge.Routes;
import io.appkernel.health.HealthSettings;
import io.appkernel.json.Json;
import io.appkernel.metrics.MetricsAccess;
import io.appkernel.metrics.MetricsSettings;
import io.appkernel.settings.Environment;
import io.appkernel.settings.NodeSettings;
import io.swagger.v3.oas.models.OpenAPI;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The document of this deployment's routes, written when it is first asked for and again when routes are added.
 * Thread-safe.
 */
@ApplicationScoped
class ApiDocument {
    private static final Access ADMIN = new Access.AnyRole(Set.of(Caller.ADMIN));

    @Inject
    Routes routes;

    @Inject
    Json json;

    @Inject
    NodeSettings node;

    @Inject
    HealthSettings health;

    @Inject
    MetricsSettings metrics;

    private volatile Edition edition = new Edition(List.of());

    /** The document and its tag, which changes when the document does. */
    Text text(DocumentFormat format) {
        List<Route> now = routes.all();
        Edition current = edition;
        if (!current.routes.equals(now)) {
            current = new Edition(now);
            edition = current;
        }
        return current.texts.computeIfAbsent(format, wanted -> write(wanted, now));
    }

    private Text write(DocumentFormat format, List<Route> now) {
        OpenAPI document = new OpenApiGenerator(json.mapper(), node.name(), node.version(), node.description())
                .generate(now, roots());
        return Text.of(format.bytes(document));
    }

    private List<RootEndpoint> roots() {
        Access pages = node.environment() == Environment.PROD ? ADMIN : new Access.Public();
        Access numbers = metrics.protect() == MetricsAccess.NONE ? new Access.Public() : ADMIN;
        return RootEndpoint.all(
                pages, metrics.enabled() ? Optional.of(numbers) : Optional.empty(), health.path(), health.readyPath());
    }

    private record Edition(List<Route> routes, Map<DocumentFormat, Text> texts) {
        Edition(List<Route> routes) {
            this(routes, new ConcurrentHashMap<>());
        }
    }

    /**
     * One writing of the document.
     *
     * @param bytes shared: not to be written to
     * @param tag a weak entity tag, for the bytes may be sent compressed
     */
    record Text(byte[] bytes, String tag) {
        static Text of(byte[] bytes) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
                return new Text(bytes, "W/\"" + HexFormat.of().formatHex(hash, 0, 12) + "\"");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256", e);
            }
        }

        boolean isKnownTo(String ifNoneMatch) {
            return ifNoneMatch.strip().equals("*") || ifNoneMatch.contains(tag.substring(2));
        }
    }
}
