package io.appkernel.settings;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Other names of a settings component, or other spellings of an enum constant. The source that ranks highest decides;
 * where one source has several of the names, the property's own name wins, then the aliases in their order.
 */
@Documented
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Alias {
    String[] value();
}
