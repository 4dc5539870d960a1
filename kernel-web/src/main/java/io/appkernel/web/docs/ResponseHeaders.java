package io.appkernel.web.docs;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import java.util.TreeMap;

/**
 * The headers that every response carries, written once in the document and referred to by each success. Problems do
 * not repeat them: their body holds the request id.
 */
final class ResponseHeaders {
    private static final String REQUEST_ID = "X-Request-ID";
    private static final String RUNTIME = "X-Runtime";

    private ResponseHeaders() {}

    static Map<String, Header> components() {
        Schema<?> milliseconds = new JsonSchema();
        milliseconds.addType("number");
        Map<String, Header> headers = new TreeMap<>();
        headers.put(
                REQUEST_ID,
                new Header()
                        .description("The request's id: the one the client sent in this header, or a new one.")
                        .schema(Schemas.text()));
        headers.put(
                RUNTIME,
                new Header().description("Milliseconds the server worked for.").schema(milliseconds));
        return headers;
    }

    static ApiResponse addTo(ApiResponse response) {
        return response.addHeaderObject(REQUEST_ID, reference(REQUEST_ID)).addHeaderObject(RUNTIME, reference(RUNTIME));
    }

    private static Header reference(String name) {
        return new Header().$ref("#/components/headers/" + name);
    }
}
