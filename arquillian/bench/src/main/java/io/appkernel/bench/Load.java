package io.appkernel.bench;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** As many requests as a server answers, over a number of connections that each wait for their answer. */
final class Load {
    private static final int SILENCE_MILLIS = 10_000;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final int connections;

    Load(int connections) {
        this.connections = connections;
    }

    /** One turn. */
    record Turn(long requests, long nanos) {
        double perSecond() {
            return requests * 1e9 / nanos;
        }
    }

    /** Any answer but the expected one ends the benchmark: a rate of errors says nothing. */
    Turn run(Target target, Duration length) throws IOException {
        return run(target, Long.MAX_VALUE, length);
    }

    /** A number of requests, however long they take. */
    Turn run(Target target, int requests) throws IOException {
        return run(target, requests, LONGEST);
    }

    private Turn run(Target target, long requests, Duration length) throws IOException {
        try (Selector selector = Selector.open()) {
            List<Connection> open = open(target, selector);
            try {
                return drive(selector, requests, length);
            } finally {
                for (Connection connection : open) {
                    connection.close();
                }
            }
        }
    }

    private List<Connection> open(Target target, Selector selector) throws IOException {
        List<Connection> open = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            Connection connection = new Connection(target, selector);
            open.add(connection);
            connection.send();
        }
        return open;
    }

    private static Turn drive(Selector selector, long most, Duration length) throws IOException {
        long begin = System.nanoTime();
        long now = begin;
        long requests = 0;
        while (requests < most && now - begin < length.toNanos()) {
            if (selector.select(SILENCE_MILLIS) == 0) {
                throw new IOException("The server has not answered for " + SILENCE_MILLIS + " ms");
            }
            for (Iterator<SelectionKey> ready = selector.selectedKeys().iterator(); ready.hasNext(); ) {
                if (((Connection) ready.next().attachment()).advance()) {
                    requests++;
                }
                ready.remove();
            }
            now = System.nanoTime();
        }
        return new Turn(requests, now - begin);
    }
}
