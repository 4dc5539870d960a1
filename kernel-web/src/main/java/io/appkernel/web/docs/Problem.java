package io.appkernel.web.docs;

import io.appkernel.errors.FieldError;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;

/** What every failure looks like on the wire (RFC 9457); here for its schema alone. */
@Schema(description = "What went wrong, by RFC 9457.")
record Problem(
        @NotNull @Schema(description = "The kind of problem; about:blank when the status says it all.") URI type,
        @NotNull @Schema(description = "The kind of problem in a few words.") String title,
        @NotNull @Schema(description = "The HTTP status.") int status,
        @Schema(description = "What went wrong this time, and what to do about it.") String detail,
        @Schema(description = "The path that was called.") String instance,
        @Schema(description = "The id to quote; also in the logs and in X-Request-ID.") String requestId,
        @Schema(description = "The fields at fault, when the request was invalid.") List<FieldError> errors) {}
