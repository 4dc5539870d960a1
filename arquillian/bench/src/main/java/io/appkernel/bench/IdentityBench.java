package io.appkernel.bench;

import io.appkernel.databases.TestServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Measures what it costs to know who calls, and to log in, on one PostgreSQL; prints medians. */
public final class IdentityBench {
    private static final String NOBODY = "nobody";
    private static final List<String> PARTS = List.of(
            System.getProperty("bench.parts", "requests refreshes logins flood").split(" "));
    private static final int THREADS = 8;

    /** Turns that only warm the server up. */
    private static final int COLD = 10;

    /** The same for logins, which are so slow that the compiler of the JVM is at them for minutes. */
    private static final int COLD_LOGINS = 40;

    private static final int FLOOD = 200;
    private static final int LOGINS = 60;
    private static final long TURN_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Options options;
    private final PrintStream out;
    private final Map<String, List<Double>> values = new LinkedHashMap<>();

    private IdentityBench(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Takes no arguments, only system properties. */
    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        new IdentityBench(Options.read(), new PrintStream(System.out, true, StandardCharsets.UTF_8)).run();
        System.exit(0);
    }

    private void run() throws Exception {
        Files.createDirectories(options.work());
        Path widgets = Wars.widgets(options.widgets(), options.work().resolve("widgets.war"));
        for (String name : options.servers()) {
            Server server = Server.named(name, options);
            values.clear();
            measure(server, widgets);
            out.printf("%n### Identity on %s, %s; %d rounds%n%n", server.title(), Machine.describe(), options.rounds());
            values.forEach((what, all) -> {
                Median median = Median.of(all);
                out.printf("| %s | %.2f | %.2f to %.2f |%n", what, median.value(), median.least(), median.greatest());
            });
        }
    }

    private void measure(Server server, Path widgets) throws Exception {
        Map<String, String> environment = Map.of(
                "DATABASE_URL", TestServer.postgres().newDatabase(), "KERNEL_AUTH_LOCK_AFTER_ANYWHERE", "100000");
        try (RunningServer running = RunningServer.start(server, options, List.of(widgets), environment)) {
            Target anonymous = running.target("");
            running.awaitAnswer(anonymous);
            People people = new People(anonymous.address());
            people.register("bench");
            String token = people.login("bench").access();
            Map<String, Target> targets = new LinkedHashMap<>();
            targets.put(NOBODY, anonymous);
            targets.put("a token", anonymous.as(token));
            targets.put("an API key", anonymous.as(people.key(token)));
            part("requests", () -> requests(running, targets));
            part("refreshes", () -> refreshes(people));
            part("logins", () -> logins(running, people));
            part("flood", () -> flood(people));
        }
    }

    private static void part(String name, Part part) throws Exception {
        if (PARTS.contains(name)) {
            part.run();
        }
    }

    /** Processor time per request, in turns. */
    private void requests(RunningServer running, Map<String, Target> targets) throws IOException {
        Load load = new Load(options.connections());
        for (int part = 0; part < 4; part++) {
            for (Target target : targets.values()) {
                load.run(target, options.warmUp().dividedBy(4));
            }
        }
        for (int round = 0; round < options.rounds(); round++) {
            Map<String, Double> micros = new LinkedHashMap<>();
            for (Map.Entry<String, Target> target : targets.entrySet()) {
                long before = running.processorTime().toNanos();
                Load.Turn turn = load.run(target.getValue(), options.seconds());
                micros.put(target.getKey(), (running.processorTime().toNanos() - before) / 1e3 / turn.requests());
            }
            double nobody = micros.getOrDefault(NOBODY, Double.NaN);
            micros.forEach((who, value) -> {
                note("GET by " + who + ", us of CPU", value);
                note("GET by " + who + " / by nobody", value / nobody);
            });
        }
    }

    /** Each thread refreshes a login of its own, again and again. */
    private void refreshes(People people) throws Exception {
        List<People.Pair> logins = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            people.register("refresh" + i);
            logins.add(people.login("refresh" + i));
        }
        for (int round = -COLD; round < options.rounds(); round++) {
            AtomicLong count = new AtomicLong();
            long begin = System.nanoTime();
            together(THREADS, i -> {
                while (System.nanoTime() - begin < TURN_NANOS) {
                    logins.set(i, people.refresh(logins.get(i)));
                    count.incrementAndGet();
                }
            });
            if (round >= 0) {
                note("refreshes/s", count.get() * 1e9 / (System.nanoTime() - begin));
            }
        }
    }

    /** Processor time of a login beside that of a request that hashes a password and does no more, in turns. */
    private void logins(RunningServer running, People people) throws Exception {
        for (int round = -COLD_LOGINS; round < options.rounds(); round++) {
            double login = millis(running, () -> people.login("bench"));
            double hash = millis(running, people::hash);
            if (round == -COLD_LOGINS + 1) {
                note("login / hash, logins 61 to 120 of a JVM", login / hash);
            }
            if (round >= 0) {
                note("login, ms of CPU", login);
                note("a hash alone in a request, ms of CPU", hash);
                note("login / hash", login / hash);
            }
        }
    }

    private static double millis(RunningServer running, Part work) throws Exception {
        long before = running.workTime().toNanos();
        for (int i = 0; i < LOGINS; i++) {
            work.run();
        }
        return (running.workTime().toNanos() - before) / 1e6 / LOGINS;
    }

    /**
     * How long one caller waits for a plain GET, idle and while many log in at once; those who are asked to come back do
     * so when they were told to.
     */
    private void flood(People people) throws Exception {
        for (int round = 0; round < options.rounds(); round++) {
            double idle = p99(people, new CountDownLatch(0));
            CountDownLatch over = new CountDownLatch(1);
            CountDownLatch begun = new CountDownLatch(FLOOD);
            double[] flooded = new double[1];
            together(FLOOD + 1, i -> {
                if (i == FLOOD) {
                    flooded[0] = p99(people, begun);
                    over.countDown();
                    return;
                }
                begun.countDown();
                while (over.getCount() > 0) {
                    over.await(people.tryLogin("bench").toMillis(), TimeUnit.MILLISECONDS);
                }
            });
            note("GET p99 idle, ms", idle);
            note("GET p99 under 200 logins, ms", flooded[0]);
            note("under 200 logins / idle", flooded[0] / idle);
        }
    }

    private static double p99(People people, CountDownLatch begin) throws Exception {
        begin.await();
        List<Double> millis = new ArrayList<>();
        long start = System.nanoTime();
        while (System.nanoTime() - start < TURN_NANOS) {
            long sent = System.nanoTime();
            people.get();
            millis.add((System.nanoTime() - sent) / 1e6);
        }
        millis.sort(null);
        return millis.get((int) (millis.size() * 0.99));
    }

    private void note(String what, double value) {
        values.computeIfAbsent(what, any -> new ArrayList<>()).add(value);
        out.printf("  %s: %.2f%n", what, value);
    }

    /** One of the things that are measured. */
    private interface Part {
        void run() throws Exception;
    }

    /** One of several threads. */
    private interface Numbered {
        void run(int number) throws Exception;
    }

    private static void together(int count, Numbered work) throws Exception {
        List<Thread> threads = new ArrayList<>();
        List<Exception> failures = java.util.Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < count; i++) {
            int number = i;
            threads.add(new Thread(() -> {
                try {
                    work.run(number);
                } catch (Exception e) {
                    failures.add(e);
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }
}
