package io.appkernel.errors;

/** One field of a request that is wrong: its name as it stands on the wire, and what to do about it. */
public record FieldError(String field, String message) {}
