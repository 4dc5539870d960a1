package io.appkernel.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends what several threads enqueue at once in one round trip: the first who comes sends for all that came meanwhile,
 * then hands over. A lone caller waits for nobody.
 */
final class Enqueuer {
    private final Function<List<Entry>, List<Enqueued>> send;
    private final int most;
    private final Queue<Call> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean sending = new AtomicBoolean();

    Enqueuer(Function<List<Entry>, List<Enqueued>> send, int most) {
        this.send = send;
        this.most = most;
    }

    Enqueued add(Entry entry) {
        Call mine = new Call(entry);
        waiting.add(mine);
        boolean interrupted = false;
        while (!mine.ended) {
            if (sending.compareAndSet(false, true)) {
                try {
                    sendWaiting();
                } finally {
                    sending.set(false);
                    Call next = waiting.peek();
                    if (next != null && next != mine) {
                        LockSupport.unpark(next.thread);
                    }
                }
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return mine.answer();
    }

    private void sendWaiting() {
        List<Call> batch = new ArrayList<>();
        for (Call call = waiting.poll(); call != null; call = batch.size() < most ? waiting.poll() : null) {
            batch.add(call);
        }
        if (batch.isEmpty()) {
            return;
        }
        try {
            List<Enqueued> answers =
                    send.apply(batch.stream().map(call -> call.entry).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).end(answers.get(i), null);
            }
        } catch (RuntimeException e) {
            batch.forEach(call -> call.end(null, e));
        }
    }

    private static final class Call {
        private final Entry entry;
        private final Thread thread = Thread.currentThread();
        private @Nullable Enqueued answer;
        private @Nullable RuntimeException failure;
        private volatile boolean ended;

        Call(Entry entry) {
            this.entry = entry;
        }

        void end(@Nullable Enqueued result, @Nullable RuntimeException thrown) {
            answer = result;
            failure = thrown;
            ended = true;
            LockSupport.unpark(thread);
        }

        Enqueued answer() {
            if (failure != null) {
                throw failure;
            }
            if (answer == null) {
                throw new IllegalStateException("Redis answered for fewer jobs than were sent");
            }
            return answer;
        }
    }
}
