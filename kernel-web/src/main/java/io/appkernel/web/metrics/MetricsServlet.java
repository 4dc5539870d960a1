package io.appkernel.web.metrics;

import io.appkernel.auth.CurrentUser;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.metrics.Exposition;
import io.appkernel.metrics.MetricsAccess;
import io.appkernel.metrics.MetricsSettings;
import io.appkernel.net.PrivateAddress;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** The metrics page, for those {@code kernel.metrics.protect} lets in. */
@WebServlet(urlPatterns = "/metrics", name = "io.appkernel.metrics")
class MetricsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String ALLOWED = "GET, HEAD";

    @Inject
    transient Exposition exposition;

    @Inject
    transient MetricsSettings settings;

    @Inject
    transient CurrentUser user;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean head = request.getMethod().equals("HEAD");
        if (!exposition.isEnabled()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!head && !request.getMethod().equals("GET")) {
            response.setHeader("Allow", ALLOWED);
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (!allowed(request, user.isAdmin())) {
            refuse();
        } else {
            page(request, response, head);
        }
    }

    boolean allowed(HttpServletRequest request, boolean admin) {
        if (settings.protect() == MetricsAccess.NONE || admin) {
            return true;
        }
        return settings.protect() == MetricsAccess.INTERNAL
                && request.getHeader("Forwarded") == null
                && request.getHeader("X-Forwarded-For") == null
                && PrivateAddress.matches(request.getRemoteAddr());
    }

    /** Throws what the edge turns into a 401 or a 403. */
    private void refuse() {
        if (user.isAuthenticated()) {
            throw new KernelException(ErrorCode.FORBIDDEN, "The metrics are for the role admin.");
        }
        throw new KernelException(ErrorCode.UNAUTHENTICATED, "The metrics need the operator token or an admin's.");
    }

    /** Made whole before the first byte is sent, so that a failure is an error and not half a page. */
    private void page(HttpServletRequest request, HttpServletResponse response, boolean head) throws IOException {
        String type = exposition.contentType(request.getHeader("Accept"));
        ByteArrayOutputStream page = new ByteArrayOutputStream(64 * 1024);
        exposition.write(page, type);
        response.setContentType(type);
        response.setHeader("Vary", "Accept");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(page.size());
        if (!head) {
            page.writeTo(response.getOutputStream());
        }
    }
}
