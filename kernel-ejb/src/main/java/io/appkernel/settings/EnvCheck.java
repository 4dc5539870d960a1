package io.appkernel.settings;

import java.util.List;

/**
 * A check of the settings at start. An app adds one by being a CDI bean of this type. In prod every failure of every
 * check stops the deployment in one message; elsewhere they are warnings.
 *
 * <p>Runs once, from one thread, before anything of the application serves: it may read settings and its own injected
 * state, and must not rely on databases, queues or other features being up. A check that throws has failed.
 */
public interface EnvCheck {
    /** The failures, each beginning with the name of the property to set; empty when all is well. */
    List<String> check(KernelSettings settings);
}
