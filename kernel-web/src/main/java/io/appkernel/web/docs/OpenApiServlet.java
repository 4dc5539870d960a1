package io.appkernel.web.docs;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.web.GetServlet;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Serves the API's document at {@code /openapi}: JSON, or YAML for a client that asks for it. Takes the paths below
 * too, or Payara would serve a document of its own there.
 */
@WebServlet(
        name = "io.appkernel.openapi",
        urlPatterns = {"/openapi", "/openapi/*"},
        asyncSupported = true)
class OpenApiServlet extends GetServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient ApiDocument document;

    @Inject
    transient DocsGuard guard;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getPathInfo() != null) {
            throw new KernelException(ErrorCode.NOT_FOUND, "The document is at /openapi.");
        }
        guard.check();
        DocumentFormat format = DocumentFormat.of(request.getParameter("format"), request.getHeader("Accept"))
                .orElseThrow(() -> new KernelException(ErrorCode.INVALID, "format must be json or yaml."));
        send(format, request, response);
    }

    private void send(DocumentFormat format, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ApiDocument.Text text = document.text(format);
        response.setHeader("ETag", text.tag());
        response.setHeader("Cache-Control", "private, no-cache");
        response.addHeader("Vary", "Accept");
        String known = request.getHeader("If-None-Match");
        if (known != null && text.isKnownTo(known)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(format.mediaType());
        response.setCharacterEncoding("UTF-8");
        response.setContentLength(text.bytes().length);
        response.getOutputStream().write(text.bytes());
    }
}
