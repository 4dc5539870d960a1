package io.appkernel.launcher;

import java.util.concurrent.TimeUnit;

/**
 * Runs in the server's JVM and ends it when the launcher is gone, so that no way of killing Maven leaves a server
 * behind.
 */
public final class Leash {
    private static final long PATIENCE_SECONDS = 20;

    private Leash() {}

    /** Called by the JVM before the server's main method; the argument is the launcher's process id. */
    public static void premain(String launcher) {
        long pid = Long.parseLong(launcher);
        daemon("leash", () -> {
            ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
            daemon("leash-halt", Leash::haltLater);
            System.exit(0);
        });
    }

    /** A server whose own stop hangs must go all the same. */
    private static void haltLater() {
        try {
            TimeUnit.SECONDS.sleep(PATIENCE_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
