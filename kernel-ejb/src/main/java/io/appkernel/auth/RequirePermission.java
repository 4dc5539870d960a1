package io.appkernel.auth;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route for callers whose roles have a permission, everywhere or for the resource that the path names, as far as an API
 * key does not limit it. Beside {@link jakarta.annotation.security.RolesAllowed} both must hold. On a method it takes the
 * place of the one on the class.
 *
 * <pre>{@code
 * @RequirePermission("documents:write")
 * @RequirePermission(value = "documents:write", resource = "documents", id = "{document_id}")
 * }</pre>
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface RequirePermission {
    /** The permission. */
    String value();

    /** The type of the resource, as roles are assigned for it; empty for a permission that must hold everywhere. */
    String resource() default "";

    /** The path parameter with the resource's id. */
    String id() default "";
}
