package io.appkernel.jobs;

import io.appkernel.cron.Missed;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Enqueues the task of this {@link Task} method, without a payload, whenever the line says so; once for each moment,
 * however many nodes there are.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Recurring {
    /**
     * Five fields: minute, hour, day of month, month, day of week. Where clocks are changed, a line that names hours has
     * each time of the clock on the wall once, and what is left out at the moment of the change; {@code *} for the hour
     * goes on through it.
     */
    String value();

    /** The time zone of the line. */
    String zone() default "UTC";

    /** What becomes of moments at which no node was up. */
    Missed missed() default Missed.ONCE;
}
