package io.appkernel.probe.chores;

/** A payload of an app's own type. */
public record Wish(String text) {}
