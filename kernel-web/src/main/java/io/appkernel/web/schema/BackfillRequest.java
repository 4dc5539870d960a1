package io.appkernel.web.schema;

import java.util.Optional;

/** Whether to copy, or, when nothing is said, only to say what would be copied. */
public record BackfillRequest(Optional<Boolean> confirm) {}
