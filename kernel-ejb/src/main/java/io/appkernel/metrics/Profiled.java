package io.appkernel.metrics;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Logs how long each call of the method took, or of every method of the bean, as {@code import completed in 45.2 ms},
 * and times it as {@code profiled_seconds}. For work whose every run is worth a line; {@code @Timed} is for the rest.
 */
@Inherited
@Documented
@InterceptorBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Profiled {
    /** The name in the line and the metric; the method's own when empty. */
    @Nonbinding
    String value() default "";
}
