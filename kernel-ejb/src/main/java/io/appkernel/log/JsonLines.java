package io.appkernel.log;

/** Writes an event as one JSON object. */
final class JsonLines implements LineFormat {
    private final Timestamps timestamps = new Timestamps();
    private final Escapes escapes;
    private final JsonValues values;
    private final Stacks stacks;
    private final int stackLimit;

    JsonLines(int maxFieldLength) {
        escapes = new Escapes(maxFieldLength);
        values = new JsonValues(escapes);
        stackLimit = 4 * maxFieldLength;
        stacks = new Stacks(stackLimit);
    }

    @Override
    public String line(LogEvent event) {
        StringBuilder out = new StringBuilder(512);
        out.append("{\"time\":\"");
        timestamps.append(out, event.millis());
        out.append("\",\"level\":\"").append(event.level().name()).append("\",\"logger\":");
        values.quote(out, event.logger());
        out.append(",\"message\":");
        values.quote(out, String.valueOf(event.message()));
        caller(out, event);
        out.append(",\"thread\":");
        values.quote(out, event.thread());
        event.eachField((name, value) -> values.field(out, name, value, 0));
        if (event.error() != null) {
            error(out, event.error());
        }
        return out.append('}').toString();
    }

    private void caller(StringBuilder out, LogEvent event) {
        if (event.call() == null) {
            return;
        }
        out.append(",\"request_id\":");
        values.quote(out, event.call().requestId());
        event.call().userId().ifPresent(user -> values.quote(out.append(",\"user\":"), user));
        event.call().workspaceId().ifPresent(workspace -> values.quote(out.append(",\"workspace\":"), workspace));
    }

    private void error(StringBuilder out, Throwable error) {
        out.append(",\"error\":{\"type\":");
        values.quote(out, error.getClass().getName());
        out.append(",\"message\":");
        values.quote(out, String.valueOf(error.getMessage()));
        out.append(",\"stack\":\"");
        escapes.append(out, stacks.of(error), stackLimit);
        out.append("\"}");
    }
}
