package io.appkernel.jobs;

import org.jspecify.annotations.Nullable;

/** Does the jobs of one task; called by many threads at once. */
@FunctionalInterface
public interface JobHandler<P> {
    /** Does one job; what it returns is kept as the job's result. */
    @Nullable Object handle(P payload, JobContext context) throws Exception;
}
