package io.appkernel.web.schema;

/** Whether to copy, or only to say what would be copied. */
public record BackfillRequest(boolean confirm) {}
