package io.appkernel.web.docs;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.appkernel.context.Call;
import io.appkernel.context.Calls;
import io.appkernel.settings.Environment;
import io.appkernel.settings.NodeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** Who may read the API's documents: everybody outside prod, the role admin in prod. Thread-safe. */
@ApplicationScoped
class DocsDoor {
    @Inject
    NodeSettings settings;

    @Inject
    ObjectMapper wire;

    @Inject
    Calls calls;

    boolean allowed(HttpServletRequest request) {
        return settings.environment() != Environment.PROD || request.isUserInRole("admin");
    }

    /** Answers a caller that is not allowed: who are you, or not you. */
    void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getUserPrincipal() == null) {
            response.setHeader("WWW-Authenticate", "Bearer");
            problem(request, response, 401, "Unauthorized", "Send the operator token or an admin's access token.");
        } else {
            problem(request, response, 403, "Forbidden", "In prod the API's documents are for the role admin.");
        }
    }

    void problem(HttpServletRequest request, HttpServletResponse response, int status, String title, String detail)
            throws IOException {
        String id = calls.current().map(Call::requestId).orElse("");
        URI type = URI.create("about:blank");
        response.setStatus(status);
        response.setContentType(MediaTypes.PROBLEM);
        response.getOutputStream()
                .write(wire.writeValueAsBytes(
                        new Problem(type, title, status, detail, request.getRequestURI(), id, List.of())));
    }
}
