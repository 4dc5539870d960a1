package io.appkernel.lifecycle;

import io.appkernel.settings.KernelSettings;

/** Fired once per deployment when the kernel is up and before it reports ready; an observer that throws fails the deployment. */
public record KernelStarted(KernelSettings settings) {}
