package io.appkernel.queue;

/** Where a job stands. */
public enum QueueState {
    WAITING,
    DELAYED,
    ACTIVE,
    DONE,
    DEAD,
    CANCELLED;

    /** Whether nothing more will happen to it by itself. */
    public boolean isFinal() {
        return this == DONE || this == DEAD || this == CANCELLED;
    }
}
