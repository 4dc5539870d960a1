package io.appkernel.edge;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Runs once when an asynchronous answer is over, however it ended. */
final class WhenDone implements AsyncListener {
    private final Runnable action;

    WhenDone(Runnable action) {
        this.action = action;
    }

    @Override
    public void onComplete(AsyncEvent event) {
        action.run();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // The container completes the exchange after this.
    }

    @Override
    public void onError(AsyncEvent event) {
        // The container completes the exchange after this.
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
