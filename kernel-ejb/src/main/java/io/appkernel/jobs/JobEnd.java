package io.appkernel.jobs;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a job ended: the payload of the tasks that {@link JobOptions#onSuccess} and {@link JobOptions#onFailure} name.
 *
 * @param result what the handler returned, as JSON has it; null after a failure
 * @param error why it failed; empty after a success
 */
public record JobEnd(
        String jobId, String taskName, @Nullable Object result, Optional<String> error, Map<String, String> metadata) {}
