package planted.sleeps.jobs;

import java.util.concurrent.TimeUnit;

interface NapperTest {
    default void nap() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(1);
    }
}
