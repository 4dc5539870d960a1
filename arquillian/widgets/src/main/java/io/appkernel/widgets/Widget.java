package io.appkernel.widgets;

import java.time.Instant;

/** A widget as it stands on the wire. */
public record Widget(String id, String name, int unitPrice, Instant createdAt) {}
