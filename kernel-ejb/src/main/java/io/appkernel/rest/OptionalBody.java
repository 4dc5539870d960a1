package io.appkernel.rest;

import java.util.Optional;

/**
 * A JSON body that callers may leave out, and its type with it. A method takes it in the place of the body's own class. It is
 * no plain {@code Optional}, which the servers do not agree on.
 *
 * @param value empty when there was none, or null
 */
public record OptionalBody<T>(Optional<T> value) {}
