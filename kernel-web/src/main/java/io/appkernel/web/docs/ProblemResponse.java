package io.appkernel.web.docs;

import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;

/** The failures that many routes share, each written once in the document and referred to by its routes. */
enum ProblemResponse {
    BAD_REQUEST("400", "BadRequest", "The request cannot be read: malformed JSON, or a value of the wrong type."),
    UNAUTHENTICATED("401", "Unauthenticated", "There is no credential, or it is not valid (any more)."),
    FORBIDDEN("403", "Forbidden", "The caller is known and may not do this."),
    NOT_FOUND("404", "NotFound", "It does not exist, or not for this caller."),
    TOO_LARGE("413", "TooLarge", "The body is larger than the server accepts."),
    UNSUPPORTED("415", "UnsupportedMediaType", "The body's media type is not one of those listed."),
    INVALID("422", "Invalid", "The request can be read and breaks a rule; errors names each field."),
    OTHER("default", "Error", "Anything else, such as 500 when the server fails or 503 when it cannot serve now.");

    private final String status;
    private final String component;
    private final String description;

    ProblemResponse(String status, String component, String description) {
        this.status = status;
        this.component = component;
        this.description = description;
    }

    String status() {
        return status;
    }

    String component() {
        return component;
    }

    ApiResponse reference() {
        return new ApiResponse().$ref("#/components/responses/" + component);
    }

    ApiResponse response(Schema<?> problem) {
        ApiResponse response = new ApiResponse()
                .description(description)
                .content(MediaTypes.content(problem, List.of(MediaTypes.PROBLEM)));
        return ResponseHeaders.addTo(response);
    }
}
