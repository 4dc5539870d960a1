package io.appkernel.jobs;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method of a CDI bean the handler of a task. It takes the payload, or the payload and the {@link JobContext},
 * or nothing; what it returns is kept as the job's result. Each name has one handler in the deployment. A job is done at
 * least once: a handler that must not do its work twice asks {@link JobContext#idempotencyKey}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Task {
    /** The name under which jobs are enqueued: letters, digits, and {@code _ . : -}. */
    String value();

    /** The queue its jobs wait in. Each queue has threads of its own and can be paused. */
    String queue() default "default";
}
