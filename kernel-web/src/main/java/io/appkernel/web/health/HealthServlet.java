package io.appkernel.web.health;

import io.appkernel.auth.CurrentUser;
import io.appkernel.health.HealthReport;
import io.appkernel.json.Json;
import io.appkernel.web.GetServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;

/** One probe: 200 when its report is UP, 503 when it is DOWN. */
final class HealthServlet extends GetServlet {
    private static final long serialVersionUID = 1L;

    private final transient Supplier<HealthReport> report;
    private final transient Json json;
    private final transient CurrentUser user;

    HealthServlet(Supplier<HealthReport> report, Json json, CurrentUser user) {
        this.report = report;
        this.json = json;
        this.user = user;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HealthReport answer = report.get();
        byte[] body = json.write(HealthBody.from(answer, user.isAdmin()));
        boolean up = answer.status() == Status.UP;
        response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
