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
 *
 * <p>The record carries {@link jakarta.enterprise.context.Dependent} too, although it is never created as such a bean:
 * WildFly looks, in an EAR, only at classes with an annotation of CDI itself.
 *
 * <p>A component is a {@code boolean}, {@code int}, {@code long}, {@code double}, {@code String}, {@link SecretText},
 * enum, {@code Duration} ({@code 500ms}, {@code 30s}, {@code 15m}, {@code 12h}, {@code 30d} or ISO-8601), {@code Path},
 * {@code URI}, any other class MicroProfile Config can convert, {@code Optional} or {@code List} (comma-separated) of
 * these, or a record of such components whose name becomes one more part of the prefix. An empty value empties an
 * {@code Optional} or a {@code List}; for every other type it counts as not set.
 *
 * <p>The compact constructor validates: an {@code IllegalArgumentException} whose message begins with the name of a
 * component in kebab-case is reported together with where its value came from. Such a message never holds a secret.
 */
@Stereotype
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Settings {
    /** The prefix of every property of the record, for example {@code kernel.cors}. */
    String value();
}
