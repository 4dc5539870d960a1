/**
 * JSON as the kernel speaks it on the wire, in job payloads and in columns: snake_case, ISO-8601 in UTC, strict in
 * what it takes. Start with {@link io.appkernel.json.Json}.
 *
 * <p>Decisions
 * <ul>
 *   <li>Jackson, not the servers' JSON-B: a wrong value must be refused with the field named, and JSON-B rounds 1.5 to
 *       1 and reads "12" as 12 in silence. {@code @JsonbProperty} and {@code @JsonbTransient} are honoured, so that a
 *       class written for JSON-B leaks nothing. Rejected: JSON-B with a validator of our own before it.
 *   <li>Fields that are not private are part of the wire form, as entities are written with package-private fields.
 *       Private ones are reached by their getters only. Rejected: every field, which would show what a class hides.
 * </ul>
 */
@NullMarked
@Uses("errors")
package io.appkernel.json;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
