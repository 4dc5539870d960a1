package io.appkernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the features whose types a feature uses, on its package. The build compares it with the real imports: one that
 * is missing or one too many fails, and so does one that stands higher in the order of features. No server loads it.
 */
@Documented
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.CLASS)
public @interface Uses {
    /** Package names below {@code io.appkernel}, for example {@code "settings"}. */
    String[] value();
}
