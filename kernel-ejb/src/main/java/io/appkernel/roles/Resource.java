package io.appkernel.roles;

/** A single thing that a role may be assigned for: {@code documents}, {@code 0193…}. Immutable. */
public record Resource(String type, String id) {}
