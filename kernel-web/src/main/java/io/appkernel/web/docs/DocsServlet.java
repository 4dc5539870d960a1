package io.appkernel.web.docs;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Serves the page at {@code /docs/}. Also closes the path under which a servlet container would hand out every file
 * of the page's library, to anybody, when its jar stands in a WAR.
 */
@WebServlet(
        name = "io.appkernel.docs",
        urlPatterns = {"/docs", "/docs/*", "/webjars/swagger-ui/*"},
        asyncSupported = true)
public class DocsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient DocsDoor door;

    @Inject
    transient DocsFiles files;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getServletPath().equals("/docs")) {
            notFound(request, response);
        } else if (!door.allowed(request)) {
            door.refuse(request, response);
        } else if (request.getPathInfo() == null) {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", request.getContextPath() + "/docs/");
        } else {
            Optional<DocsFiles.DocsFile> file = files.at(request.getPathInfo().substring(1));
            if (file.isPresent()) {
                send(file.get(), response);
            } else {
                notFound(request, response);
            }
        }
    }

    private void send(DocsFiles.DocsFile file, HttpServletResponse response) throws IOException {
        response.setHeader("Content-Security-Policy", DocsFiles.CONTENT_SECURITY_POLICY);
        response.setHeader("Cache-Control", file.cacheControl());
        response.setContentType(file.mediaType());
        try (InputStream content = file.open()) {
            content.transferTo(response.getOutputStream());
        }
    }

    private void notFound(HttpServletRequest request, HttpServletResponse response) throws IOException {
        door.problem(request, response, 404, "Not Found", "There is no such page.");
    }
}
