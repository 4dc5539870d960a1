package io.appkernel.widgets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The widgets of this node, in memory; the kernel's entities will keep them. Thread-safe. */
@ApplicationScoped
class Widgets {
    private final List<Widget> newestFirst = new ArrayList<>();

    @Inject
    Clock clock;

    synchronized Widget add(NewWidget wanted) {
        Widget widget = new Widget(UUID.randomUUID().toString(), wanted.name(), wanted.unitPrice(), clock.instant());
        newestFirst.add(0, widget);
        return widget;
    }

    synchronized List<Widget> all() {
        return List.copyOf(newestFirst);
    }
}
