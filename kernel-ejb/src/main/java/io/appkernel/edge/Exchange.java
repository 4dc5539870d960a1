package io.appkernel.edge;

import io.appkernel.auth.Caller;
import io.appkernel.auth.Verdict;
import io.appkernel.context.Call;
import io.appkernel.net.Peer;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.MappingMatch;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request on its way through the edge. Kept as an attribute of the request, where JAX-RS filters find it too. */
final class Exchange {
    static final String UNMATCHED = "unmatched";
    static final String ATTRIBUTE = "io.appkernel.edge.exchange";

    private final Call call;
    private final String method;
    private final String path;
    private final String clientIp;
    private final @Nullable String origin;
    private final @Nullable String userAgent;
    private final boolean gzip;
    private final boolean file;
    private final String mapping;
    private final Verdict verdict;
    private final long startedNanos;
    private volatile @Nullable String route;
    private volatile @Nullable Throwable failure;

    /** {@code renamed} says that the path stands for another one, by whose mapping nothing can be told. */
    Exchange(Call call, HttpServletRequest request, String clientIp, long startedNanos, boolean renamed) {
        this.call = call;
        this.method = request.getMethod();
        this.path = request.getRequestURI();
        this.clientIp = clientIp;
        this.userAgent = request.getHeader("User-Agent");
        this.origin = request.getHeader("Origin");
        this.gzip = Compression.isAccepted(request.getHeader("Accept-Encoding"));
        HttpServletMapping target = request.getHttpServletMapping();
        this.file = !renamed && (target.getMappingMatch() == MappingMatch.DEFAULT || target.getMappingMatch() == null);
        this.mapping = renamed ? UNMATCHED : target.getPattern();
        this.verdict =
                request.getAttribute(Verdict.class.getName()) instanceof Verdict found ? found : new Verdict.Unknown();
        this.startedNanos = startedNanos;
        call.attach(Peer.class, new Peer(clientIp, userAgent == null ? "" : userAgent));
        caller().ifPresent(caller -> {
            call.attach(Caller.class, caller);
            call.by(caller.id(), caller.workspaceId().orElse(null));
        });
    }

    Call call() {
        return call;
    }

    String requestId() {
        return call.requestId();
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    String clientIp() {
        return clientIp;
    }

    @Nullable String userAgent() {
        return userAgent;
    }

    @Nullable String origin() {
        return origin;
    }

    /** Whether the server's own servlet for static files answers, or nobody does. */
    boolean isFile() {
        return file;
    }

    /** Whether the caller can read gzip. */
    boolean acceptsGzip() {
        return gzip;
    }

    Verdict verdict() {
        return verdict;
    }

    Optional<Caller> caller() {
        return verdict instanceof Verdict.Granted granted ? Optional.of(granted.caller()) : Optional.empty();
    }

    long startedNanos() {
        return startedNanos;
    }

    /** What stands for the path in metrics, of which there must be few: the matched route's template. */
    String route(int status) {
        String matched = route;
        if (matched != null) {
            return matched;
        }
        if (status == 404 || status == 405) {
            return UNMATCHED;
        }
        return file ? "static" : mapping;
    }

    void matched(String template) {
        this.route = template;
    }

    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    void failed(Throwable thrown) {
        this.failure = thrown;
    }
}
