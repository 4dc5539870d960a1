package io.appkernel.web.docs;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.File;
import java.io.InputStream;
import java.io.Reader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which media types a body has. */
final class MediaTypes {
    static final String JSON = "application/json";
    static final String BYTES = "application/octet-stream";
    static final String YAML = "application/yaml";
    static final String EVENTS = "text/event-stream";
    static final String FORM = "application/x-www-form-urlencoded";
    static final String MULTIPART = "multipart/form-data";

    private static final Set<Class<?>> RAW =
            Set.of(InputStream.class, Reader.class, File.class, StreamingOutput.class, byte[].class);

    private MediaTypes() {}

    /** The declared ones, each of which may be a list itself, without wildcards; else the usual one. */
    static List<String> list(Optional<String[]> declared, String usual) {
        List<String> found = declared.stream()
                .flatMap(Arrays::stream)
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(MediaTypes::bare)
                .filter(value -> !value.contains("*"))
                .distinct()
                .toList();
        return found.isEmpty() ? List.of(usual) : found;
    }

    /** What a body of this type is when nobody says: bytes are passed on as they are, all else is JSON. */
    static String usual(JavaType type) {
        return RAW.stream().anyMatch(type::isTypeOrSubTypeOf) ? BYTES : JSON;
    }

    static Content content(Schema<?> schema, List<String> types) {
        Content content = new Content();
        types.forEach(type -> content.addMediaType(type, new MediaType().schema(schema)));
        return content;
    }

    private static String bare(String value) {
        int semicolon = value.indexOf(';');
        return (semicolon < 0 ? value : value.substring(0, semicolon)).strip();
    }
}
