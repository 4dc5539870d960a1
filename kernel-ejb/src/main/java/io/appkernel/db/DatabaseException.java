package io.appkernel.db;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the database would not do: the service is unavailable, or the data conflict with what is stored. The message
 * names table and column where they are known and never holds SQL; the driver's own words are in the cause.
 */
public final class DatabaseException extends KernelException {
    private static final long serialVersionUID = 1L;

    private final transient SqlFailure failure;

    DatabaseException(SqlFailure failure, String message, Throwable cause) {
        super(code(failure.kind()), message, List.of(), cause);
        this.failure = failure;
    }

    /** Says what the failure means to whoever asked. */
    static DatabaseException of(SqlFailure failure, Throwable cause) {
        return new DatabaseException(failure, message(failure, cause), cause);
    }

    /** What it was. */
    public SqlFailure failure() {
        return failure == null ? SqlFailure.of(SqlFailure.Kind.OTHER) : failure;
    }

    @Override
    public Optional<Duration> retryAfter() {
        if (getCause() instanceof NoConnection none) {
            return Optional.of(none.retryAfter());
        }
        return code() == ErrorCode.UNAVAILABLE ? Optional.of(Duration.ofSeconds(1)) : Optional.empty();
    }

    private static ErrorCode code(SqlFailure.Kind kind) {
        return switch (kind) {
            case CONNECTION, SERIALIZATION, LOCKED -> ErrorCode.UNAVAILABLE;
            case UNIQUE, FOREIGN_KEY -> ErrorCode.CONFLICT;
            case NOT_NULL, CHECK, TOO_LONG -> ErrorCode.INVALID;
            case OTHER -> ErrorCode.INTERNAL;
        };
    }

    private static String message(SqlFailure failure, Throwable cause) {
        if (cause instanceof NoConnection none) {
            return none.getMessage();
        }
        String place = failure.place().orElse("A value");
        String rule = failure.constraint().map(name -> " (" + name + ")").orElse("");
        return switch (failure.kind()) {
            case CONNECTION -> "The connection to the database broke. Try again.";
            case SERIALIZATION -> "Others changed the same data at the same time. Try again.";
            case LOCKED -> "The data are in use by somebody else. Try again.";
            case UNIQUE -> place + " must be unique, and another row has the same value" + rule + ".";
            case FOREIGN_KEY ->
                failure.table().map(table -> "A row of " + table).orElse("A row")
                        + " refers to one that does not exist, or is still referred to" + rule + ".";
            case NOT_NULL -> place + " must not be empty.";
            case CHECK -> place + " breaks a rule of its table" + rule + ".";
            case TOO_LONG -> place + " is too long or out of range.";
            case OTHER -> "The database refused a statement; the server's log says why.";
        };
    }
}
