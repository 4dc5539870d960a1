package io.appkernel.probe.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What a servlet of an app may do behind the edge. */
@WebServlet(urlPatterns = "/probe-servlet/*", asyncSupported = true)
public class ProbeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        switch (request.getPathInfo()) {
            case "/error":
                response.getWriter().write("half");
                throw new StackOverflowError("deep");
            case "/redirect":
                response.sendRedirect("/elsewhere");
                break;
            case "/later":
                later(request.startAsync());
                break;
            default:
                response.getWriter().write("grüße");
        }
    }

    private static void later(AsyncContext async) {
        async.start(() -> {
            try {
                async.getResponse().getWriter().write("later");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            async.complete();
        });
    }
}
