package io.appkernel.errors;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says which fields broke a constraint, under their names on the wire. Thread-safe. */
public final class Violations {
    private Violations() {}

    /** What to tell the caller; empty where it was a method's answer, for that is no fault of the caller's. */
    public static Optional<KernelException> explained(ConstraintViolationException thrown) {
        if (thrown.getConstraintViolations().stream().anyMatch(Violations::isReturnValue)) {
            return Optional.empty();
        }
        List<FieldError> errors = thrown.getConstraintViolations().stream()
                .map(violation -> new FieldError(field(violation), violation.getMessage()))
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .toList();
        String message = errors.size() == 1 ? "One field is not valid." : errors.size() + " fields are not valid.";
        return Optional.of(new KernelException(ErrorCode.INVALID, message, errors, thrown));
    }

    private static boolean isReturnValue(ConstraintViolation<?> violation) {
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    private static String field(ConstraintViolation<?> violation) {
        StringBuilder path = new StringBuilder();
        String parameter = "body";
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
                continue;
            }
            if (node.isInIterable() && !path.isEmpty()) {
                path.append('[')
                        .append(node.getIndex() == null ? node.getKey() : node.getIndex())
                        .append(']');
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                path.append(path.isEmpty() ? "" : ".").append(snake(node.getName()));
            }
        }
        return path.isEmpty() ? snake(parameter) : path.toString();
    }

    private static String snake(String name) {
        return SnakeCaseStrategy.INSTANCE.translate(name);
    }
}
