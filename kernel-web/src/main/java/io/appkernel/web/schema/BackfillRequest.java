package io.appkernel.web.schema;

import org.jspecify.annotations.Nullable;

/** Whether to copy; left out, it is only said what would be copied. */
public record BackfillRequest(@Nullable Boolean confirm) {}
