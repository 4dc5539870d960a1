package io.appkernel.widgets;

import io.appkernel.store.EntityVersion;
import java.time.Instant;

/** A widget as it stands on the wire. */
public record WidgetView(String id, String name, int unitPrice, long version, Instant createdAt, Instant updatedAt) {
    static WidgetView of(Widget widget) {
        return new WidgetView(
                widget.getId(),
                widget.name,
                widget.unitPrice,
                widget.getVersion(),
                widget.getCreatedAt(),
                widget.getUpdatedAt());
    }

    /** A widget as it was, and who made it so. */
    public record Was(Instant at, String by, WidgetView widget) {
        static Was of(EntityVersion<Widget> version) {
            return new Was(version.at(), version.by(), WidgetView.of(version.entity()));
        }
    }
}
