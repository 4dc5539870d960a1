package io.appkernel.bench.jobs;

import io.appkernel.bench.data.DataBench;
import io.appkernel.databases.TestRedis;
import io.appkernel.databases.TestServer;
import io.appkernel.queue.QueueWorker;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.util.JedisURIHelper;

/** Measures the queue beside its peers, in turns on one Redis, and prints medians. */
public final class QueueBench {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int PATIENCE_MILLIS = 60_000;
    private static final int JOBS = Integer.getInteger("bench.jobs", 50_000);
    private static final List<String> PARTS =
            List.of(System.getProperty("bench.parts", "bullmq sql singles wakes neighbour memory")
                    .split(" "));
    private static final int SINGLES = 5_000;
    private static final int THREADS = 8;
    private static final int WAKES = 400;

    private final PrintStream out;
    private final String url;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    private QueueBench(PrintStream out, String url) {
        this.out = out;
        this.url = url;
    }

    /** Runs it on a Redis of its own without persistence. */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (TestRedis server = TestRedis.own("--appendonly", "no")) {
            new QueueBench(out, server.url()).run(server.title());
        }
        System.exit(0);
    }

    private void run(String title) throws Exception {
        out.printf("%n### Jobs, %s, %d rounds of %d jobs%n%n", title, ROUNDS, JOBS);
        try (KernelQueue kernel = new KernelQueue(url)) {
            part("bullmq", () -> besideBullMq(kernel));
            part("sql", () -> slowDrains(kernel));
            part("singles", () -> singles(kernel));
            part("wakes", () -> wakes(kernel));
            part("neighbour", () -> neighbour(kernel));
            part("memory", () -> memory(kernel));
        }
        threads.shutdown();
    }

    private void part(String name, Part part) throws Exception {
        if (PARTS.contains(name)) {
            part.run();
        }
    }

    private void besideBullMq(KernelQueue kernel) {
        List<Peer> peers = new ArrayList<>(List.of(kernel));
        BullMq.on(url, Path.of(System.getProperty("bench.work", "target/bench"), "bullmq"))
                .ifPresentOrElse(peers::add, () -> out.println("BullMQ: no Node here, so no figures of it."));
        drains(peers, JOBS, ROUNDS);
        try (RedisClient plain = RedisClient.create(url)) {
            for (Peer peer : peers) {
                costs(peer, plain);
            }
        }
        peers.stream().skip(1).forEach(Peer::close);
    }

    /** What rates hide on a machine that has other work: processor time, of the peer's process and of Redis. */
    private void costs(Peer peer, RedisClient plain) {
        cost(peer, plain, "enqueue many", () -> peer.enqueue(JOBS));
        cost(peer, plain, "drain", () -> peer.drain(JOBS));
    }

    private void cost(Peer peer, RedisClient plain, String what, Runnable work) {
        long redis = redisMicros(plain);
        long own = peer.processorTime().toNanos() / 1000;
        work.run();
        String title = peer.title() + ": " + what + ", processor us a job, ";
        line(title + "its own", (peer.processorTime().toNanos() / 1000 - own) / (double) JOBS);
        line(title + "of Redis", (redisMicros(plain) - redis) / (double) JOBS);
    }

    private static long redisMicros(RedisClient client) {
        return client.info("cpu")
                .lines()
                .filter(line -> line.startsWith("used_cpu_sys:") || line.startsWith("used_cpu_user:"))
                .mapToLong(line -> (long) (1e6
                        * Double.parseDouble(
                                line.substring(line.indexOf(':') + 1).strip())))
                .sum();
    }

    /** Peers on PostgreSQL take fewer jobs, of which each still works for seconds, or the benchmark would take an hour. */
    private void slowDrains(KernelQueue kernel) throws SQLException {
        TestServer postgres = TestServer.postgres();
        try (Peer scheduler = new DbScheduler(DataBench.pool(postgres.newDatabase(), 16))) {
            drains(List.of(kernel, scheduler), JOBS, ROUNDS);
        }
        try (Peer runner = new JobRunner(DataBench.pool(postgres.newDatabase(), 16))) {
            drains(List.of(kernel, runner), JOBS / 5, Math.min(ROUNDS, 3));
        }
    }

    private void drains(List<Peer> peers, int jobs, int rounds) {
        for (Peer peer : peers) {
            peer.enqueue(jobs);
            peer.drain(jobs);
        }
        List<List<Double>> bulk = new ArrayList<>();
        List<List<Double>> drain = new ArrayList<>();
        peers.forEach(peer -> {
            bulk.add(new ArrayList<>());
            drain.add(new ArrayList<>());
        });
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < peers.size(); i++) {
                Peer peer = peers.get(i);
                bulk.get(i).add(rate(jobs, () -> peer.enqueue(jobs)));
                drain.get(i).add(jobs * 1e9 / peer.drain(jobs));
            }
        }
        for (int i = 0; i < peers.size(); i++) {
            line(peers.get(i).title() + ": enqueue many, jobs/s", bulk.get(i));
            line(peers.get(i).title() + ": drain, jobs/s", drain.get(i));
            if (i > 0) {
                line("the kernel against it: enqueue many", ratios(bulk.get(0), bulk.get(i)));
                line("the kernel against it: drain", ratios(drain.get(0), drain.get(i)));
            }
        }
    }

    private static double rate(int count, Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return count * 1e9 / (System.nanoTime() - begin);
    }

    private static double middle(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static List<Double> ratios(List<Double> ours, List<Double> theirs) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            ratios.add(ours.get(i) / theirs.get(i));
        }
        return ratios;
    }

    private void line(String what, double value) {
        out.printf(Locale.ROOT, "| %s | %.2f |%n", what, value);
    }

    /** The median and what lies around it. */
    private void line(String what, List<Double> values) {
        out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.2f to %.2f |%n",
                what,
                middle(values),
                Collections.min(values),
                Collections.max(values));
    }

    private void singles(KernelQueue kernel) {
        try (RedisClient plain = RedisClient.create(url)) {
            List<Double> ratios = new ArrayList<>();
            List<Double> rates = new ArrayList<>();
            for (int round = -2; round < ROUNDS; round++) {
                double bare = rate(
                        THREADS * SINGLES,
                        () -> each(() -> plain.lpush("bare", KernelQueue.entry().body())));
                plain.del("bare");
                double ours = rate(THREADS * SINGLES, () -> each(() -> kernel.queue.enqueue(KernelQueue.entry())));
                kernel.drain(THREADS * SINGLES);
                if (round >= 0) {
                    ratios.add(ours / bare);
                    rates.add(ours);
                }
            }
            line("single enqueue by 8 threads, jobs/s", rates);
            line("the same against a bare LPUSH", ratios);
        }
    }

    private void each(Runnable one) {
        List<Callable<Object>> all = Collections.nCopies(THREADS, () -> {
            for (int i = 0; i < SINGLES; i++) {
                one.run();
            }
            return true;
        });
        try {
            for (Future<Object> future : threads.invokeAll(all)) {
                future.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void wakes(KernelQueue kernel) {
        CountedWork work = new CountedWork();
        long[] nanos = new long[WAKES];
        try (QueueWorker worker = kernel.worker(work)) {
            for (int i = -100; i < WAKES; i++) {
                long before = work.done();
                LockSupport.parkNanos(3_000_000);
                long begin = System.nanoTime();
                kernel.queue.enqueue(KernelQueue.entry());
                while (work.done() == before) {
                    LockSupport.parkNanos(50_000);
                }
                if (i >= 0) {
                    nanos[i] = work.begun() - begin;
                }
            }
        }
        Arrays.sort(nanos);
        line("idle, from enqueue to start, p50 ms", nanos[WAKES / 2] / 1e6);
        line("idle, from enqueue to start, p99 ms", nanos[WAKES * 99 / 100] / 1e6);
    }

    private void neighbour(KernelQueue kernel) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        List<Long> nanos = new ArrayList<>();
        try (RedisClient plain = RedisClient.create(url)) {
            Future<?> neighbour = threads.submit(() -> {
                while (!over.get()) {
                    long begin = System.nanoTime();
                    plain.get("nothing");
                    nanos.add(System.nanoTime() - begin);
                    LockSupport.parkNanos(200_000);
                }
            });
            for (int i = 0; i < 5; i++) {
                kernel.enqueue(JOBS);
            }
            over.set(true);
            neighbour.get();
            kernel.drain(5 * JOBS);
        }
        Collections.sort(nanos);
        line("a neighbour's command meanwhile, p99 ms", nanos.get(nanos.size() * 99 / 100) / 1e6);
    }

    /** A queue with a million in it, drained whole, beside small ones. */
    private void memory(KernelQueue kernel) {
        int many = Integer.getInteger("bench.queued", 1_000_000);
        List<Double> ratios = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        try (RedisClient plain = patient()) {
            for (int round = 0; round < Math.min(ROUNDS, 3); round++) {
                plain.flushAll();
                double small = smallDrain(kernel);
                plain.flushAll();
                long before = used(plain);
                kernel.enqueue(many);
                line("bytes a queued job beyond its 100 of payload", (used(plain) - before) / (double) many - 100);
                double large = many * 1e9 / kernel.drain(many);
                rates.add(large);
                ratios.add(large / small);
            }
        }
        line("drain of " + many + " queued, jobs/s", rates);
        line("the same against a small queue", ratios);
    }

    /** Emptying it of a million takes longer than other commands may. */
    private RedisClient patient() {
        URI address = URI.create(url);
        return RedisClient.builder()
                .hostAndPort(JedisURIHelper.getHostAndPort(address))
                .clientConfig(DefaultJedisClientConfig.builder()
                        .user(JedisURIHelper.getUser(address))
                        .password(JedisURIHelper.getPassword(address))
                        .socketTimeoutMillis(PATIENCE_MILLIS)
                        .build())
                .build();
    }

    private double smallDrain(KernelQueue kernel) {
        List<Double> rates = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            kernel.enqueue(JOBS);
            rates.add(JOBS * 1e9 / kernel.drain(JOBS));
        }
        return middle(rates);
    }

    private static long used(RedisClient client) {
        return client.info("memory")
                .lines()
                .filter(line -> line.startsWith("used_memory:"))
                .map(line ->
                        Long.parseLong(line.substring("used_memory:".length()).strip()))
                .findFirst()
                .orElseThrow();
    }

    /** One measurement, which can be had alone. */
    private interface Part {
        void run() throws Exception;
    }
}
