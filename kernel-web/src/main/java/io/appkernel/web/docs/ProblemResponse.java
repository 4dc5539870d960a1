package io.appkernel.web.docs;

import io.appkernel.edge.Problem;
import io.appkernel.errors.FieldError;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The failures that many routes share, each written once in the document and referred to by its routes. */
enum ProblemResponse {
    BAD_REQUEST(400, "Bad Request", "The request cannot be read: malformed JSON, or a body that is none."),
    UNAUTHENTICATED(401, "Unauthorized", "There is no credential, or it is not valid (any more)."),
    FORBIDDEN(403, "Forbidden", "The caller is known and may not do this."),
    NOT_FOUND(404, "Not Found", "It does not exist, or not for this caller."),
    TOO_LARGE(413, "Request Entity Too Large", "The body is larger than the server accepts."),
    UNSUPPORTED(415, "Unsupported Media Type", "The body's media type is not one of those listed."),
    INVALID(422, "Unprocessable Content", "A value is of the wrong type or breaks a rule; errors names each field."),
    OTHER(500, "Internal Server Error", "Anything else, such as 500 for a failure or 503 when it cannot serve now.");

    private final int status;
    private final String title;
    private final String description;

    ProblemResponse(int status, String title, String description) {
        this.status = status;
        this.title = title;
        this.description = description;
    }

    /** What a route's responses call it. */
    String status() {
        return this == OTHER ? "default" : Integer.toString(status);
    }

    /** What the document's components call it. */
    String component() {
        return this == OTHER ? "Error" : title.replace(" ", "");
    }

    ApiResponse reference() {
        return new ApiResponse().$ref("#/components/responses/" + component());
    }

    ApiResponse response(Schema<?> problem) {
        MediaType body = new MediaType().schema(problem).example(example());
        return new ApiResponse().description(description).content(new Content().addMediaType(Problem.MEDIA_TYPE, body));
    }

    private Map<String, Object> example() {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "about:blank");
        example.put("title", title);
        example.put("status", status);
        example.put("detail", description);
        example.put("instance", "/api/v1/things");
        example.put("request_id", "019c47f2-7c1e-7d30-8a55-0b6f2f6f4a11");
        if (this == INVALID) {
            example.put("errors", List.of(new FieldError("name", "must not be blank")));
        }
        return example;
    }
}
