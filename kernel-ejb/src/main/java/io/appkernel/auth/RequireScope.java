package io.appkernel.auth;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route for callers with a scope: one that their roles give them, as far as an API key does not limit it. Beside {@link
 * jakarta.annotation.security.RolesAllowed} both must hold. On a method it takes the place of the one on the class.
 *
 * <pre>{@code
 * @RequireScope("documents:delete")
 * @RequireScope(action = "delete", type = "documents", id = "document_id")
 * }</pre>
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface RequireScope {
    /** The scope; empty where the other form is used. */
    String value() default "";

    /** What is done to a resource; with {@link #type} the scope {@code type:action}. */
    String action() default "";

    /** The type of the resource, as roles are assigned for it. */
    String type() default "";

    /** The path parameter with the resource's id: a role that is assigned for that resource alone counts too. */
    String id() default "";
}
