package io.appkernel.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The routes of this resource are there unless the feature of that name is off; then they answer 404 to all. A {@link
 * io.appkernel.auth.FeatureSwitch} of that name says so, or else {@code kernel.enable.<value>}.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EnabledBy {
    String value();
}
