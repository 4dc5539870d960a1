package io.appkernel.lifecycle;

/** Fired once when the deployment goes away, while every kernel bean still works; observers that throw are logged. */
public record KernelStopping() {}
