package io.appkernel.settings;

import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record as the settings of one feature. Each component is one property: prefix, a dot, and the component's
 * name in kebab-case. The kernel finds every such record, of its own and of the app, binds and validates all of them
 * once while the application is deployed, and makes each injectable.
 */
@Stereotype
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Settings {
    /** The prefix of every property of the record, for example {@code kernel.cors}. */
    String value();
}
