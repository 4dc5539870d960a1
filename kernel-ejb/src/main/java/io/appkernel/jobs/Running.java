package io.appkernel.jobs;

import io.appkernel.queue.Claim;
import io.appkernel.queue.Run;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The context of a job that runs. */
record Running(Run run, JobText text, JobText.Body body, Instant startedAt, Consumer<String> tell)
        implements JobContext {
    private Claim claim() {
        return run.claim();
    }

    @Override
    public String jobId() {
        return claim().id();
    }

    @Override
    public String taskName() {
        return body.task();
    }

    @Override
    public int attempt() {
        return claim().attempt();
    }

    @Override
    public int maxAttempts() {
        return claim().maxAttempts();
    }

    @Override
    public Instant enqueuedAt() {
        return body.at();
    }

    @Override
    public Optional<String> userId() {
        return body.text("user");
    }

    @Override
    public Map<String, String> metadata() {
        return body.metadata();
    }

    @Override
    public boolean isStopped() {
        return run.stop() != Run.Stop.NONE;
    }

    @Override
    public void progress(int percent, String message) {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("The progress of a job is 0 to 100 percent, not " + percent);
        }
        tell.accept(text.progress(percent, message));
    }
}
