package io.appkernel.web.jobs;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.FieldError;
import io.appkernel.errors.KernelException;
import io.appkernel.jobs.Job;
import io.appkernel.queue.QueueState;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which jobs a caller asks for. One per request. */
public class JobQuery {
    @QueryParam("status")
    @Nullable String status;

    @QueryParam("task")
    @Nullable String task;

    @QueryParam("queue")
    @Nullable String queue;

    boolean fits(Job job) {
        return (task == null || task.equals(job.task()))
                && (queue == null || queue.equals(job.queue()))
                && state().map(job.state()::equals).orElse(true);
    }

    private Optional<QueueState> state() {
        if (status == null) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(QueueState.values())
                .filter(state -> name(state).equals(status))
                .findFirst()
                .orElseThrow(JobQuery::unknown));
    }

    private static String name(QueueState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static KernelException unknown() {
        String message = "must be one of "
                + String.join(
                        ", ",
                        Arrays.stream(QueueState.values()).map(JobQuery::name).toList());
        return new KernelException(
                ErrorCode.INVALID, "The parameter status " + message + ".", List.of(new FieldError("status", message)));
    }
}
