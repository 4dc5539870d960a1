package io.appkernel.schema;

/**
 * A condition every row meets. Immutable.
 *
 * @param condition SQL in which columns stand in brackets, {@code [status] in ('draft','published')}; each database
 *     writes its own quotes
 */
public record Check(String name, String condition) {}
