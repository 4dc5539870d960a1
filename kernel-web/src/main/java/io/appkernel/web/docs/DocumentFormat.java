package io.appkernel.web.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.core.util.Yaml31;
import io.swagger.v3.oas.models.OpenAPI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the document is written as. */
enum DocumentFormat {
    JSON(MediaTypes.JSON) {
        @Override
        String text(OpenAPI document) throws JsonProcessingException {
            return Json31.mapper().writeValueAsString(document);
        }
    },
    YAML(MediaTypes.YAML) {
        @Override
        String text(OpenAPI document) throws JsonProcessingException {
            return Yaml31.mapper().writeValueAsString(document);
        }
    };

    private final String mediaType;

    DocumentFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** As the {@code format} parameter says; without one YAML for a client that accepts it and not JSON, else JSON. */
    static Optional<DocumentFormat> of(@Nullable String parameter, @Nullable String accept) {
        if (parameter == null) {
            boolean yaml = accept != null && accept.contains("yaml") && !accept.contains("json");
            return Optional.of(yaml ? YAML : JSON);
        }
        return switch (parameter) {
            case "json" -> Optional.of(JSON);
            case "yaml" -> Optional.of(YAML);
            default -> Optional.empty();
        };
    }

    String mediaType() {
        return mediaType;
    }

    byte[] bytes(OpenAPI document) {
        try {
            return text(document).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The API document cannot be written as " + this, e);
        }
    }

    abstract String text(OpenAPI document) throws JsonProcessingException;
}
