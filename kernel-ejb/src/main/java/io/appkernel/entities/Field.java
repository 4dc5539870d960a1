package io.appkernel.entities;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the database holds a field of an entity to, beside what {@code @Column} says. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Field {
    /** Gives the column an index of its own. */
    boolean index() default false;

    /** No two rows may hold the same value. */
    boolean unique() default false;

    /** A condition that every row meets; columns stand in brackets: {@code [price] >= 0}. */
    String check() default "";

    /**
     * The value of rows that do not give one, as text: {@code 0}, {@code true}, {@code draft}; {@code now()} is the
     * moment of the insert.
     */
    String defaultValue() default "";

    /** The column's former name; its values are copied and it is kept. */
    String renamedFrom() default "";
}
