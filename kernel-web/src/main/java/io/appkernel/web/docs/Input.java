package io.appkernel.web.docs;

import com.fasterxml.jackson.databind.JavaType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing a handler takes from the request.
 *
 * @param place where it is found
 * @param name its name there; empty for a body
 * @param type what the handler gets
 * @param annotations every annotation at the place in the code that takes it
 */
record Input(Place place, String name, JavaType type, Annotation[] annotations) {

    enum Place {
        PATH,
        QUERY,
        HEADER,
        COOKIE,
        FORM,
        BODY;

        /** The place as the document spells it. */
        String in() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean isRequired() {
        return place == Place.PATH
                || annotation(NotNull.class).isPresent()
                || annotation(NotBlank.class).isPresent()
                || annotation(NotEmpty.class).isPresent();
    }

    <A extends Annotation> Optional<A> annotation(Class<A> wanted) {
        return Arrays.stream(annotations)
                .filter(wanted::isInstance)
                .map(wanted::cast)
                .findFirst();
    }
}
