package planted.statics.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

final class Counter {
    static final AtomicInteger TOTAL = new AtomicInteger();
    static final ThreadLocal<String> CALLER = new ThreadLocal<>();
    static final int[] CODES = {1, 2};
    static final List<String> NAMES = new ArrayList<>();
    static int count;

    private Counter() {}
}
