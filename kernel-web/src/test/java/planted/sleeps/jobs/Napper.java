package planted.sleeps.jobs;

interface Napper {
    default void nap() throws InterruptedException {
        Thread.sleep(1);
    }
}
