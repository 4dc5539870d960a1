package io.appkernel.edge;

import io.appkernel.db.Db;
import io.appkernel.errors.Causes;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.errors.Violations;
import jakarta.ejb.AccessLocalException;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Turns whatever was thrown into what the caller is told. Knows no request. Thread-safe. */
@Dependent
class Problems {
    private final Function<Throwable, Optional<KernelException>> data;

    @Inject
    Problems(Instance<Db> db) {
        this(thrown -> db.get().explained(thrown));
    }

    /** With what the data layer makes of failures that nobody meant for a caller: those of JPA, JDBC, transactions. */
    Problems(Function<Throwable, Optional<KernelException>> data) {
        this.data = data;
    }

    /** The problem of a throwable. What nobody meant for a caller becomes a bare 500. */
    Problem of(Throwable thrown) {
        return meant(thrown)
                .or(() -> explained(thrown).map(Problems::ofKernel))
                .orElseGet(() -> Problem.of(500, Statuses.detail(500)));
    }

    /** The problem for one caller: who is not signed in is asked to, where an EJB would only say no. */
    Problem of(Throwable thrown, boolean signedIn) {
        Problem problem = of(thrown);
        return !signedIn && problem.status() == 403 && isDenied(thrown)
                ? Problem.of(401, Statuses.detail(401))
                : problem;
    }

    /** When it makes sense to ask again, where that is known. */
    Optional<Duration> retryAfter(Throwable thrown) {
        return Causes.first(thrown, KernelException.class)
                .or(() -> meant(thrown).isPresent() ? Optional.empty() : explained(thrown))
                .flatMap(KernelException::retryAfter);
    }

    private static Optional<Problem> meant(Throwable thrown) {
        return Causes.first(thrown, KernelException.class)
                .map(Problems::ofKernel)
                .or(() -> Causes.first(thrown, BodyTooLargeException.class).map(e -> Problem.of(413, e.getMessage())))
                .or(() -> Causes.first(thrown, ConstraintViolationException.class)
                        .flatMap(Violations::explained)
                        .map(Problems::ofKernel))
                .or(() -> denied(thrown))
                .or(() -> Causes.first(thrown, WebApplicationException.class).map(Problems::ofWeb));
    }

    private Optional<KernelException> explained(Throwable thrown) {
        return data.apply(thrown).filter(known -> known.code() != ErrorCode.INTERNAL);
    }

    static int status(ErrorCode code) {
        return switch (code) {
            case MALFORMED -> 400;
            case INVALID -> 422;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case RATE_LIMITED -> 429;
            case UNAVAILABLE -> 503;
            case INTERNAL -> 500;
        };
    }

    private static Problem ofKernel(KernelException e) {
        String said = e.getMessage();
        int status = status(e.code());
        return Problem.of(status, said == null ? Statuses.detail(status) : said, e.errors());
    }

    /** An EJB refused the caller: the servers say so with different exceptions. */
    private static Optional<Problem> denied(Throwable thrown) {
        return isDenied(thrown) ? Optional.of(Problem.of(403, Statuses.detail(403))) : Optional.empty();
    }

    private static boolean isDenied(Throwable thrown) {
        return Causes.first(thrown, EJBAccessException.class).isPresent()
                || Causes.first(thrown, AccessLocalException.class).isPresent();
    }

    private static Problem ofWeb(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        return Problem.of(status, status < 500 ? said(e, status) : Statuses.detail(status));
    }

    /** The message of the app, but not the one that a runtime makes up. */
    private static String said(WebApplicationException e, int status) {
        String message = e.getMessage();
        return message == null || isMade(message, e) ? Statuses.detail(status) : message;
    }

    private static boolean isMade(String message, WebApplicationException e) {
        return message.isBlank()
                || message.startsWith("HTTP ")
                || message.startsWith("RESTEASY")
                || e.getCause() != null && !(e.getCause() instanceof ProcessingException);
    }
}
