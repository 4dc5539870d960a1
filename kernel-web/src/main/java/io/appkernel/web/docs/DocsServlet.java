package io.appkernel.web.docs;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.web.GetServlet;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/**
 * Serves the page at {@code /docs/}. Also closes the path under which a servlet container would hand out every file
 * of the page's library, to anybody, when its jar stands in a WAR.
 */
@WebServlet(
        name = "io.appkernel.docs",
        urlPatterns = {DocsServlet.PATH, DocsServlet.PATH + "/*", "/webjars/swagger-ui/*"},
        asyncSupported = true)
class DocsServlet extends GetServlet {
    static final String PATH = "/docs";

    private static final long serialVersionUID = 1L;

    @Inject
    transient DocsGuard guard;

    @Inject
    transient DocsFiles files;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getServletPath().equals(PATH)) {
            throw notFound();
        }
        guard.check();
        String path = request.getPathInfo();
        if (path == null) {
            // Not sendRedirect, which writes the Host that the client claims.
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", request.getContextPath() + PATH + "/");
        } else {
            send(files.at(path.substring(1)).orElseThrow(DocsServlet::notFound), response);
        }
    }

    private static void send(DocsFiles.DocsFile file, HttpServletResponse response) throws IOException {
        response.setHeader("Content-Security-Policy", DocsFiles.CONTENT_SECURITY_POLICY);
        response.setHeader("Cache-Control", file.cacheControl());
        response.setContentType(file.mediaType());
        try (InputStream content = file.open()) {
            content.transferTo(response.getOutputStream());
        }
    }

    private static KernelException notFound() {
        return new KernelException(ErrorCode.NOT_FOUND, "The API's page is at /docs/.");
    }
}
