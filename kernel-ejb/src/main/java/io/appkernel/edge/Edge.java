package io.appkernel.edge;

import io.appkernel.context.Call;
import io.appkernel.context.Calls;
import io.appkernel.json.Json;
import io.appkernel.net.ClientAddress;
import io.appkernel.settings.KernelSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a WAR's filter does with each request. One per WAR, made from the settings once. */
@Dependent
class Edge {
    private final Calls calls;
    private final Observed observed;
    private final Answer answer;
    private final Problems problems;
    private final Cors cors;
    private final Hosts hosts;
    private final ClientAddress clients;
    private final long maxBodySize;

    @Inject
    Edge(Calls calls, Json json, Observed observed, Problems problems, KernelSettings settings) {
        EdgeSettings edge = settings.get(EdgeSettings.class);
        this.calls = calls;
        this.observed = observed;
        this.problems = problems;
        this.cors = new Cors(settings.get(CorsSettings.class));
        this.answer = new Answer(json, cors, edge, settings);
        this.hosts = new Hosts(edge.allowedHosts());
        this.clients = new ClientAddress(edge.trustedProxies());
        this.maxBodySize = edge.maxBodySize();
    }

    void handle(HttpServletRequest request, HttpServletResponse response, Door door, FilterChain chain)
            throws IOException, ServletException {
        Call call = new Call(RequestIds.of(request.getHeader(RequestIds.HEADER)));
        Exchange exchange = new Exchange(call, request, clients.of(request), System.nanoTime(), door.renames(request));
        request.setAttribute(Exchange.ATTRIBUTE, exchange);
        EdgeResponse edgeResponse = new EdgeResponse(response, exchange, answer);
        EdgeRequest edgeRequest = new EdgeRequest(request, edgeResponse, maxBodySize);
        try (Calls.Scope scope = calls.open(call)) {
            answer.begin(edgeResponse, exchange);
            Problem refusal = refusal(request, door);
            if (refusal != null) {
                if (refusal.status() == HttpServletResponse.SC_METHOD_NOT_ALLOWED) {
                    edgeResponse.setHeader("Allow", Cors.METHODS);
                }
                edgeResponse.sendProblem(refusal);
            } else if (cors.isEnabled() && Cors.isPreflight(request)) {
                preflight(edgeRequest, edgeResponse, exchange);
            } else {
                pass(edgeRequest, edgeResponse, exchange, door, chain);
            }
        } finally {
            end(edgeRequest, edgeResponse, exchange);
        }
    }

    private @Nullable Problem refusal(HttpServletRequest request, Door door) {
        String host = hosts.refusal(request.getHeader("Host"));
        if (host != null) {
            return Problem.of(400, host);
        }
        if (request.getMethod().equals("TRACE")) {
            return Problem.of(405, Statuses.detail(405));
        }
        if (request.getContentLengthLong() > maxBodySize) {
            return Problem.of(413, new BodyTooLargeException(maxBodySize).getMessage());
        }
        return door.refusal(request);
    }

    private void preflight(EdgeRequest request, EdgeResponse response, Exchange exchange) throws IOException {
        if (cors.allows(exchange.origin())) {
            cors.preflight(request, response);
        } else {
            response.sendProblem(Problem.of(
                    403,
                    "This origin may not call the API. The operator lists allowed ones in kernel.cors.allow-origins."));
        }
    }

    @SuppressWarnings("CatchingUnchecked") // an Error that got past here would end as an empty 200
    private void pass(EdgeRequest request, EdgeResponse response, Exchange exchange, Door door, FilterChain chain)
            throws IOException {
        try {
            door.enter(request, response, chain);
        } catch (Throwable e) {
            answerFailure(response, exchange, e);
        }
    }

    private void answerFailure(EdgeResponse response, Exchange exchange, Throwable thrown) throws IOException {
        Problem problem = problems.of(thrown, exchange.caller().isPresent());
        if (problem.status() >= 500) {
            exchange.failed(thrown);
        }
        if (response.isCommitted()) {
            response.breakOff();
            throw new IOException("The answer broke off after it had begun", thrown);
        }
        response.reset();
        response.sendProblem(problem);
    }

    private void end(EdgeRequest request, EdgeResponse response, Exchange exchange) throws IOException {
        if (request.isAsyncStarted()) {
            request.getAsyncContext().addListener(new WhenDone(() -> {
                response.finishQuietly();
                observed.ended(exchange, response);
            }));
            return;
        }
        try {
            response.finish();
        } finally {
            observed.ended(exchange, response);
        }
    }

    /** Runs once when an asynchronous answer is over, however it ended. */
    private static final class WhenDone implements AsyncListener {
        private final Runnable action;

        WhenDone(Runnable action) {
            this.action = action;
        }

        @Override
        public void onComplete(AsyncEvent event) {
            action.run();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // The container completes the exchange after this.
        }

        @Override
        public void onError(AsyncEvent event) {
            // The container completes the exchange after this.
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
