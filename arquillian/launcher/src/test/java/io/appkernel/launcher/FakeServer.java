package io.appkernel.launcher;

import java.util.concurrent.CountDownLatch;

/** Behaves like a server in one respect, named by its argument. */
final class FakeServer {
    private FakeServer() {}

    public static void main(String[] arguments) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        switch (arguments[0]) {
            case "ends" -> {
                System.out.println("cannot go on");
                System.exit(3);
            }
            case "failed" -> System.out.println("FAILED\nDEPLOYED");
            case "deployed" -> {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("bye")));
                System.out.println("DEPLOYED");
            }
            case "stubborn" -> {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> wait(never)));
                System.out.println("DEPLOYED");
            }
            default -> {}
        }
        never.await();
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
