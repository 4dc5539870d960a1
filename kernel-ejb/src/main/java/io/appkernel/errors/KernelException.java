package io.appkernel.errors;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The root of everything the kernel throws on purpose. The message is shown to the caller, so it says what to do and
 * holds no secret, class name or SQL.
 */
public class KernelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<FieldError> errors;

    public KernelException(ErrorCode code, String message) {
        this(code, message, List.of(), null);
    }

    public KernelException(ErrorCode code, String message, List<FieldError> errors) {
        this(code, message, errors, null);
    }

    public KernelException(ErrorCode code, String message, List<FieldError> errors, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    public ErrorCode code() {
        return code;
    }

    /** When it makes sense to ask again; empty when waiting does not help, or nobody knows. */
    public Optional<Duration> retryAfter() {
        return Optional.empty();
    }

    /** The fields at fault; empty when the failure is not about fields. */
    public List<FieldError> errors() {
        return errors == null ? List.of() : errors;
    }
}
