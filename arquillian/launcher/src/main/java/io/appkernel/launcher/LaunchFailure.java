package io.appkernel.launcher;

import org.jspecify.annotations.Nullable;

/**
 * The launcher cannot go on. The message is for the person at the terminal: what happened and what to do. It has no
 * stack trace, which Maven would print above the message.
 */
final class LaunchFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LaunchFailure(String message) {
        this(message, null);
    }

    LaunchFailure(String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
    }
}
