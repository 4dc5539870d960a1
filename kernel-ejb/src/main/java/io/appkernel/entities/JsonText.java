package io.appkernel.entities;

/** A value as JSON, told from a plain string so that databases with a type for JSON take it. Immutable. */
public record JsonText(String text) {}
