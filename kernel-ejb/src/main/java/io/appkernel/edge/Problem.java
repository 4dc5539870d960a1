package io.appkernel.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.appkernel.errors.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An error as it stands on the wire, {@code application/problem+json} of RFC 9457. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        @Nullable String requestId,
        List<FieldError> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(int status, String detail) {
        return of(status, detail, List.of());
    }

    static Problem of(int status, String detail, List<FieldError> errors) {
        return new Problem("about:blank", Statuses.title(status), status, detail, null, null, errors);
    }

    /** The same problem, said of one request. */
    Problem at(Exchange exchange) {
        return new Problem(type, title, status, detail, exchange.path(), exchange.requestId(), errors);
    }
}
