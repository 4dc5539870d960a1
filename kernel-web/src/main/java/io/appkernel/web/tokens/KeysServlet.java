package io.appkernel.web.tokens;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.appkernel.json.Json;
import io.appkernel.tokens.Tokens;
import io.appkernel.web.GetServlet;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The public keys of access tokens, for services that check them; none where a secret signs. */
@WebServlet(name = "io.appkernel.keys", urlPatterns = "/.well-known/jwks.json", asyncSupported = true)
class KeysServlet extends GetServlet {
    private static final long serialVersionUID = 1L;

    /** Well within the hour that a key is published before it signs. */
    private static final String CACHING = "public, max-age=300";

    @Inject
    transient Tokens tokens;

    @Inject
    transient Json json;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ObjectMapper mapper = json.mapper();
        byte[] body = mapper.writeValueAsBytes(tokens.published());
        response.setHeader("Cache-Control", CACHING);
        response.setContentType("application/jwk-set+json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
