package io.appkernel.web.docs;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appkernel.rest.OptionalBody;
import io.appkernel.web.docs.Input.Place;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.core.EntityPart;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Writes what a handler takes as the document's parameters and request body. */
final class RequestWriter {
    private final Schemas schemas;
    private final ObjectMapper wire;

    RequestWriter(Schemas schemas, ObjectMapper wire) {
        this.schemas = schemas;
        this.wire = wire;
    }

    /** Those of the path first, all of them, whether or not the handler takes them. */
    List<Parameter> parameters(Collection<Input> inputs, PathTemplate path) {
        List<Parameter> parameters = new ArrayList<>();
        path.patterns().forEach((name, pattern) -> parameters.add(pathParameter(name, pattern, inputs)));
        inputs.stream()
                .filter(input -> isParameter(input) && input.place() != Place.PATH && !isHidden(input))
                .map(this::parameter)
                .forEach(parameters::add);
        return parameters;
    }

    Optional<RequestBody> body(Collection<Input> inputs, Method method, Class<?> resource) {
        List<Input> form =
                inputs.stream().filter(input -> input.place() == Place.FORM).toList();
        if (!form.isEmpty()) {
            return Optional.of(form(form, method, resource));
        }
        return inputs.stream()
                .filter(input -> input.place() == Place.BODY)
                .findFirst()
                .map(input -> new RequestBody()
                        .required(input.isRequired() ? true : null)
                        .content(content(wanted(input.type()), method, resource)));
    }

    private Content content(JavaType type, Method method, Class<?> resource) {
        return MediaTypes.content(schemas.body(type), consumed(method, resource, MediaTypes.usual(type)));
    }

    private static JavaType wanted(JavaType type) {
        return type.hasRawClass(OptionalBody.class) ? type.containedType(0) : type;
    }

    private Parameter pathParameter(String name, String pattern, Collection<Input> inputs) {
        Parameter parameter = inputs.stream()
                .filter(input -> input.place() == Place.PATH && input.name().equals(name))
                .findFirst()
                .map(this::parameter)
                .orElseGet(() -> new Parameter().name(name).in("path").schema(Schemas.text()));
        Schema<?> schema = parameter.getSchema();
        if (!pattern.isEmpty()
                && schema.getPattern() == null
                && schema.getTypes().contains("string")) {
            schema.setPattern(pattern);
        }
        return parameter.required(true);
    }

    private Parameter parameter(Input input) {
        Schema<?> schema = schemas.parameter(input.type(), input.annotations());
        input.annotation(DefaultValue.class)
                .ifPresent(value -> schema.setDefault(value(value.value(), input.type(), schema)));
        Parameter parameter = new Parameter()
                .name(input.name())
                .in(input.place().in())
                .required(input.isRequired() ? true : null)
                .schema(schema);
        annotation(input).ifPresent(written -> describe(parameter, written));
        return parameter;
    }

    private static void describe(Parameter parameter, io.swagger.v3.oas.annotations.Parameter written) {
        parameter.description(written.description().isEmpty() ? null : written.description());
        parameter.example(written.example().isEmpty() ? null : written.example());
        parameter.deprecated(written.deprecated() ? true : null);
        if (written.required()) {
            parameter.required(true);
        }
    }

    /** A default as the document must show it: a number as a number, a list as the text it is. */
    private Object value(String text, JavaType type, Schema<?> schema) {
        boolean isText = schema.getTypes() == null
                || schema.getTypes().contains("string")
                || schema.getTypes().contains("array");
        try {
            return isText ? text : wire.convertValue(text, type);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private RequestBody form(List<Input> parts, Method method, Class<?> resource) {
        Schema<?> schema = Schemas.object();
        for (Input part : parts) {
            schema.addProperty(part.name(), part(part));
            if (part.isRequired()) {
                schema.addRequiredItem(part.name());
            }
        }
        boolean hasFiles = parts.stream().anyMatch(part -> isFile(part.type()));
        String usual = hasFiles ? MediaTypes.MULTIPART : MediaTypes.FORM;
        return new RequestBody().required(true).content(MediaTypes.content(schema, consumed(method, resource, usual)));
    }

    private Schema<?> part(Input part) {
        Schema<?> schema = schemas.parameter(part.type(), part.annotations());
        if (isFile(part.type())) {
            schema.setContentMediaType(MediaTypes.BYTES);
        }
        return schema;
    }

    private static boolean isFile(JavaType type) {
        return type.hasRawClass(EntityPart.class) || type.isTypeOrSubTypeOf(java.io.InputStream.class);
    }

    private static List<String> consumed(Method method, Class<?> resource, String usual) {
        return MediaTypes.list(Declared.on(method, resource, Consumes.class).map(Consumes::value), usual);
    }

    private static Optional<io.swagger.v3.oas.annotations.Parameter> annotation(Input input) {
        return input.annotation(io.swagger.v3.oas.annotations.Parameter.class);
    }

    private static boolean isHidden(Input input) {
        return annotation(input)
                .map(io.swagger.v3.oas.annotations.Parameter::hidden)
                .orElse(false);
    }

    private static boolean isParameter(Input input) {
        return input.place() != Place.FORM && input.place() != Place.BODY;
    }
}
