package io.appkernel.log;

import org.jspecify.annotations.Nullable;

/** Writes an event as one readable line. A stack trace follows on indented lines, so no text can pose as a line. */
final class TextLines implements LineFormat {
    private final Timestamps timestamps = new Timestamps();
    private final Escapes escapes;
    private final JsonValues values;
    private final Stacks stacks;

    TextLines(int maxFieldLength) {
        escapes = new Escapes(maxFieldLength);
        values = new JsonValues(escapes);
        stacks = new Stacks(4 * maxFieldLength);
    }

    @Override
    public String line(LogEvent event) {
        StringBuilder out = new StringBuilder(256);
        timestamps.append(out, event.millis());
        out.append(' ').append(event.level().name()).append(event.level().name().length() == 4 ? "  " : " ");
        escapes.append(out, event.logger());
        out.append(" - ");
        escapes.append(out, String.valueOf(event.message()));
        if (event.call() != null) {
            text(out.append(" request_id="), event.call().requestId());
            event.call().userId().ifPresent(user -> text(out.append(" user="), user));
            event.call().workspaceId().ifPresent(workspace -> text(out.append(" workspace="), workspace));
        }
        event.eachField((name, value) -> field(out, name, value));
        if (event.error() != null) {
            stack(out, event.error());
        }
        return out.toString();
    }

    private void field(StringBuilder out, String name, @Nullable Object value) {
        FieldNames.FieldName known = values.name(name);
        out.append(' ').append(known.escaped()).append('=');
        if (known.hides(value)) {
            out.append(Secrets.MASK);
        } else if (JsonValues.isStructured(value)) {
            values.value(out, value, 0);
        } else {
            text(out, String.valueOf(value));
        }
    }

    private void text(StringBuilder out, String text) {
        if (text.isEmpty() || text.indexOf(' ') >= 0 || text.indexOf('=') >= 0) {
            values.quote(out, text);
        } else {
            escapes.append(out, text);
        }
    }

    private void stack(StringBuilder out, Throwable error) {
        stacks.of(error).lines().forEach(line -> {
            out.append("\n    ");
            escapes.append(out, line.strip());
        });
    }
}
