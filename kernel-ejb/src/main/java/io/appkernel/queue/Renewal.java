package io.appkernel.queue;

/** How a lease stands after its owner asked for more time. */
public enum Renewal {
    LOST,
    KEPT,
    /** Kept, and somebody asks the owner to stop. */
    CANCEL
}
