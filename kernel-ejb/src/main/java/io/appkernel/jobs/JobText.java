package io.appkernel.jobs;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.json.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Jobs as text: what is enqueued, and what came of it. Thread-safe. */
final class JobText {
    private static final String TASK = "\"task\":\"";
    private static final String TIMEOUT = "\"timeout\":";

    private final ObjectMapper mapper;
    private final int maxPayload;

    JobText(Json json, int maxPayload) {
        this.mapper = json.mapper();
        this.maxPayload = maxPayload;
    }

    /** What goes with a job besides its payload. */
    record Envelope(
            Instant at,
            String task,
            Duration timeout,
            Optional<String> user,
            Optional<String> workspace,
            Optional<String> request,
            Optional<String> onSuccess,
            Optional<String> onFailure,
            boolean fromOutbox,
            Map<String, String> metadata) {}

    /** The payload as JSON, no larger than it may be. */
    String payload(String task, @Nullable Object payload) {
        String text = write(payload);
        if (text.length() > maxPayload) {
            throw new KernelException(
                    ErrorCode.INVALID,
                    "The payload of " + task + " has " + text.length() + " characters; kernel.jobs.max-payload allows "
                            + maxPayload + ". Keep the data elsewhere and enqueue where it is.");
        }
        return text;
    }

    String write(@Nullable Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new KernelException(
                    ErrorCode.INVALID, "This value has no JSON form: " + e.getOriginalMessage(), List.of(), e);
        }
    }

    /** One line; {@code at} is the first field, for the queue's scripts look at it. */
    String body(Envelope envelope, String payload) {
        StringWriter text = new StringWriter(payload.length() + 100);
        try (JsonGenerator json = mapper.getFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("at", envelope.at().toEpochMilli());
            json.writeStringField("task", envelope.task());
            json.writeNumberField("timeout", envelope.timeout().toMillis());
            field(json, "user", envelope.user());
            field(json, "workspace", envelope.workspace());
            field(json, "request", envelope.request());
            field(json, "success", envelope.onSuccess());
            field(json, "failure", envelope.onFailure());
            if (envelope.fromOutbox()) {
                json.writeBooleanField("outbox", true);
            }
            if (!envelope.metadata().isEmpty()) {
                json.writeFieldName("metadata");
                json.writeRawValue(metadata(envelope.metadata()));
            }
            json.writeFieldName("payload");
            json.writeRawValue(payload);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A text in Redis is cut at its field {@code payload}, so nothing before that is written like it. */
    private String metadata(Map<String, String> metadata) {
        return write(metadata).replace("\"payload\":", "\"\\u0070ayload\":");
    }

    private static void field(JsonGenerator json, String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }

    /** The task of a body, read without the rest: it stands before anything an application wrote. */
    static String task(String body) {
        int from = body.indexOf(TASK) + TASK.length();
        return body.substring(from, body.indexOf('"', from));
    }

    /** The timeout of a body, likewise. */
    static Duration timeout(String body) {
        int from = body.indexOf(TIMEOUT) + TIMEOUT.length();
        int to = from;
        while (Character.isDigit(body.charAt(to))) {
            to++;
        }
        return Duration.ofMillis(Long.parseLong(body, from, to, 10));
    }

    /** A body that was read, with the payload still to be made what its handler takes. */
    Body read(String body) {
        try {
            return new Body(mapper.readTree(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The job's text in Redis is not what the kernel wrote", e);
        }
    }

    /** A body without its payload. It may be of a release that let the metadata have a payload, and be cut there. */
    Body readBrief(String body) {
        try {
            return new Body(mapper.readTree(body));
        } catch (JsonProcessingException e) {
            return read(body + "}");
        }
    }

    /** The payload as its handler takes it. */
    @Nullable Object payload(Body body, Type type) throws JsonProcessingException {
        return mapper.treeToValue(body.tree.path("payload"), mapper.constructType(type));
    }

    /** What came of a job that is done. */
    String done(int attempt, Instant started, Instant ended, @Nullable Object result) {
        String text = write(result);
        if (text.length() > maxPayload) {
            throw new KernelException(
                    ErrorCode.INVALID,
                    "The result has " + text.length() + " characters; kernel.jobs.max-payload allows " + maxPayload
                            + ". Return where the data is.");
        }
        return "{\"attempt\":" + attempt + ",\"started\":" + started.toEpochMilli() + ",\"ended\":"
                + ended.toEpochMilli() + ",\"result\":" + text + "}";
    }

    /** What came of an attempt that failed, or of a job that was stopped. */
    String failed(int attempt, Instant started, Instant ended, String error) {
        ObjectNode note = mapper.createObjectNode();
        note.put("attempt", attempt)
                .put("started", started.toEpochMilli())
                .put("ended", ended.toEpochMilli())
                .put("error", error);
        return note.toString();
    }

    /** What came of a job that was stopped before it ran. */
    String neverRan(Instant ended, String error) {
        return mapper.createObjectNode()
                .put("attempt", 0)
                .put("ended", ended.toEpochMilli())
                .put("error", error)
                .toString();
    }

    String progress(int percent, String message) {
        return mapper.createObjectNode()
                .put("percent", percent)
                .put("message", message)
                .toString();
    }

    /** A note or a progress that was written here; an empty object for none. */
    JsonNode note(String text) {
        try {
            return text.isEmpty() ? mapper.createObjectNode() : mapper.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The job's note in Redis is not what the kernel wrote", e);
        }
    }

    /** A tree as maps, lists and values. */
    @Nullable Object plain(@Nullable JsonNode tree) {
        return tree == null || tree.isNull() ? null : mapper.convertValue(tree, Object.class);
    }

    /** What {@link JobText#body} wrote. */
    static final class Body {
        private final JsonNode tree;

        private Body(JsonNode tree) {
            this.tree = tree;
        }

        Instant at() {
            return Instant.ofEpochMilli(tree.path("at").asLong());
        }

        String task() {
            return tree.path("task").asText();
        }

        Optional<String> text(String field) {
            return Optional.ofNullable(tree.get(field)).map(JsonNode::asText);
        }

        Map<String, String> metadata() {
            Map<String, String> metadata = new LinkedHashMap<>();
            tree.path("metadata").forEachEntry((name, value) -> metadata.put(name, value.asText()));
            return metadata;
        }
    }
}
