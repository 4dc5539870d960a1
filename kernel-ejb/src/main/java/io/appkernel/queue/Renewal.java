package io.appkernel.queue;

/** How a lease stands after its owner asked for more time. */
public enum Renewal {
    LOST,
    KEPT,
    /** Kept, and the queue is paused: what has not begun is to go back. */
    PAUSED,
    /** Kept, and somebody asks the owner to stop. */
    CANCEL
}
