package io.appkernel.rest;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.json.Json;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * JSON bodies by the kernel's rules, before the server's own providers get a say. It claims every media type and then
 * takes only JSON, because Jersey does not read {@code *+json} as a pattern. A body that a method takes as an {@link
 * OptionalBody} may be left out, and its type with it.
 */
@Consumes({"application/json", "application/problem+json", "*/*"})
@Produces({"application/json", "application/problem+json", "*/*"})
@Priority(Priorities.ENTITY_CODER)
final class JsonBody implements MessageBodyReader<Object>, MessageBodyWriter<Object> {
    private final Json json;

    JsonBody(Json json) {
        this.json = json;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isOptional(type) || isJson(media) && isOurs(type);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        if (isOptional(type)) {
            return optional(generic, media, body);
        }
        Object value = json.read(body, generic);
        if (value == null) {
            throw new KernelException(ErrorCode.MALFORMED, "A JSON body is required.");
        }
        return value;
    }

    private OptionalBody<?> optional(Type generic, MediaType media, InputStream body) throws IOException {
        if (isJson(media) && generic instanceof ParameterizedType of) {
            return new OptionalBody<>(Optional.ofNullable(json.read(body, of.getActualTypeArguments()[0])));
        }
        if (body.read() >= 0) {
            throw new NotSupportedException();
        }
        return new OptionalBody<>(Optional.empty());
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isJson(media) && isOurs(type);
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        json.write(value, body);
    }

    private static boolean isOptional(Class<?> type) {
        return type == OptionalBody.class;
    }

    private static boolean isJson(@Nullable MediaType media) {
        return media != null
                && media.getType().equals("application")
                && (media.getSubtype().equals("json") || media.getSubtype().endsWith("+json"));
    }

    /** Raw forms are the runtime's: they carry JSON that is already written. */
    private static boolean isOurs(Class<?> type) {
        return !(byte[].class == type
                || CharSequence.class.isAssignableFrom(type)
                || InputStream.class.isAssignableFrom(type)
                || Reader.class.isAssignableFrom(type)
                || File.class.isAssignableFrom(type)
                || StreamingOutput.class.isAssignableFrom(type));
    }
}
