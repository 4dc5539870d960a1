package io.appkernel.launcher;

/** The launcher cannot go on. The message is for the person at the terminal: what happened and what to do. */
final class LaunchFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LaunchFailure(String message) {
        super(message);
    }

    LaunchFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
