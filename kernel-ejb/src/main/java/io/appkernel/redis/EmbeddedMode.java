package io.appkernel.redis;

/** Whether a Redis of the application's own may start where no other is set or there. */
public enum EmbeddedMode {
    /** Everywhere but in prod. */
    AUTO,
    NEVER
}
