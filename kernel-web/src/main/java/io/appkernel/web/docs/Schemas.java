package io.appkernel.web.docs;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotationIntrospectorPair;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.type.TypeBindings;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Types to schemas, read with the mapper that reads and writes the wire, so that names and formats are those a client
 * meets. One per document; not thread-safe.
 */
final class Schemas {
    private final ModelConverters converters = new ModelConverters(true);
    private final Resolver resolver;
    private final TypeFactory types;
    private final Map<String, Schema<?>> named = new TreeMap<>();

    Schemas(ObjectMapper wire) {
        ObjectMapper mapper = wire.copy();
        mapper.setAnnotationIntrospector(AnnotationIntrospectorPair.pair(
                new WireRules(), mapper.getSerializationConfig().getAnnotationIntrospector()));
        this.types = mapper.getTypeFactory();
        this.resolver = new Resolver(mapper);
        converters.addConverter(resolver);
    }

    /** A member's type as a class that may be generic, or extend one that is, sees it. */
    JavaType resolve(Type type, Class<?> seenFrom, Class<?> declaredBy) {
        JavaType parent = types.constructType(seenFrom).findSuperType(declaredBy);
        TypeBindings bindings = parent == null ? TypeBindings.emptyBindings() : parent.getBindings();
        return types.resolveMemberType(type, bindings);
    }

    JavaType type(Class<?> type) {
        return types.constructType(type);
    }

    /** The schema of a body; beans become named schemas and the answer refers to them. */
    Schema<?> body(JavaType type) {
        ResolvedSchema resolved = read(type, new Annotation[0]);
        if (resolved == null || resolved.schema == null) {
            return new JsonSchema();
        }
        resolved.referencedSchemas.forEach((name, schema) -> named.putIfAbsent(name, (Schema<?>) schema));
        return resolved.schema;
    }

    /** The schema of one text in a path, query, header, cookie or form. Whatever is read from a text is a text. */
    Schema<?> parameter(JavaType type, Annotation[] annotations) {
        ResolvedSchema resolved = read(type, annotations);
        Schema<?> schema = resolved == null ? null : resolved.schema;
        if (schema == null || !isPlain(schema)) {
            schema = text();
        } else if (schema.getItems() != null && !isPlain(schema.getItems())) {
            schema.setItems(text());
        }
        resolver.constrain(schema, annotations);
        return schema;
    }

    /** Every named schema so far, sorted by name. */
    Map<String, Schema<?>> named() {
        return named;
    }

    static Schema<?> listOf(Schema<?> items) {
        Schema<?> list = new JsonSchema();
        list.addType("array");
        list.setItems(items);
        return list;
    }

    static Schema<?> text() {
        return of("string");
    }

    static Schema<?> object() {
        return of("object");
    }

    private static Schema<?> of(String type) {
        Schema<?> schema = new JsonSchema();
        schema.addType(type);
        return schema;
    }

    private @Nullable ResolvedSchema read(JavaType type, Annotation[] annotations) {
        return converters.resolveAsResolvedSchema(
                new AnnotatedType(type).resolveAsRef(true).ctxAnnotations(annotations));
    }

    private static boolean isPlain(Schema<?> schema) {
        return schema.get$ref() == null
                && schema.getTypes() != null
                && !schema.getTypes().contains("object");
    }

    /** What the wire does that no annotation says. */
    private static final class WireRules extends NopAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        /** A virtual machine lists methods in no fixed order, so classes are sorted; records keep their order. */
        @Override
        public Boolean findSerializationSortAlphabetically(Annotated annotated) {
            return !annotated.getRawType().isRecord();
        }

        /** A record is not made without its numbers and booleans, and is never written without them. */
        @Override
        public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
            return member.getDeclaringClass().isRecord() && member.getRawType().isPrimitive() ? true : null;
        }
    }

    /** Opens the library's reading of constraints, which it applies to fields only, to parameters. */
    private static final class Resolver extends ModelResolver {
        Resolver(ObjectMapper mapper) {
            super(mapper, new SchemaNames());
            openapi31(true);
        }

        void constrain(Schema<?> schema, Annotation[] annotations) {
            applyBeanValidatorAnnotations(schema, annotations, null, false);
        }
    }
}
