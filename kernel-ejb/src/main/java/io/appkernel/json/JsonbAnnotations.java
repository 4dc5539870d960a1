package io.appkernel.json;

import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTransient;
import org.jspecify.annotations.Nullable;

/** Lets a class written for JSON-B keep its names and, above all, its secrets. */
final class JsonbAnnotations extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean hasIgnoreMarker(AnnotatedMember member) {
        return member.hasAnnotation(JsonbTransient.class);
    }

    @Override
    public @Nullable PropertyName findNameForSerialization(Annotated member) {
        return name(member);
    }

    @Override
    public @Nullable PropertyName findNameForDeserialization(Annotated member) {
        return name(member);
    }

    private static @Nullable PropertyName name(Annotated member) {
        JsonbProperty property = member.getAnnotation(JsonbProperty.class);
        return property == null || property.value().isEmpty() ? null : PropertyName.construct(property.value());
    }
}
