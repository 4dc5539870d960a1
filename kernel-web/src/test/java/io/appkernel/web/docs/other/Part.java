package io.appkernel.web.docs.other;

/** Has the simple name of another class. */
public record Part(boolean spare) {}
