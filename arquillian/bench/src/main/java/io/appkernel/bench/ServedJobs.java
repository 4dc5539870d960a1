package io.appkernel.bench;

import io.appkernel.bench.Load.Turn;
import io.appkernel.bench.jobs.KernelQueue;
import io.appkernel.databases.TestRedis;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures jobs through a real server beside the bare library, in turns on one Redis, and prints medians. */
public final class ServedJobs {
    private static final int JOBS = Integer.getInteger("bench.jobs", 50_000);
    private static final int SINGLES = 16_000;
    private static final String CONTEXT = "";

    private final Options options;
    private final PrintStream out;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, List<Double>> rates = new LinkedHashMap<>();

    private ServedJobs(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Runs it on a Redis of its own without persistence. */
    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (TestRedis redis = TestRedis.own("--appendonly", "no")) {
            new ServedJobs(Options.read(), out).run(redis);
        }
        System.exit(0);
    }

    private void run(TestRedis redis) throws IOException, InterruptedException {
        Files.createDirectories(options.work());
        Path war = Wars.served(options.widgets(), options.work().resolve("served.war"));
        Server server = new PayaraMicro(options.micro());
        Map<String, String> environment = Map.of(
                "KERNEL_REDIS_URL", redis.url(), "KERNEL_REDIS_KEY_PREFIX", "served:", "KERNEL_JOBS_WORKER_COUNT", "8");
        try (KernelQueue bare = new KernelQueue(redis.url());
                RunningServer running = RunningServer.start(server, options, List.of(war), environment)) {
            Target target = running.target(CONTEXT);
            running.awaitAnswer(target);
            warmUp(target);
            for (int round = -2; round < options.rounds(); round++) {
                if (round == 0) {
                    rates.clear();
                }
                bare(bare);
                served(target);
            }
        }
        out.printf(
                "%n### Jobs on %s and %s, %d rounds of %d jobs%n%n",
                server.title(), redis.title(), options.rounds(), JOBS);
        rates.forEach((what, all) ->
                out.printf("| %s | %.0f | |%n", what, Median.of(all).value()));
        compare("served: enqueue many", "bare: enqueue many");
        compare("served: single enqueue by 8 threads", "bare: single enqueue by 8 threads");
        compare("served: a job a request", "bare: single enqueue by 8 threads");
        compare("served: a job a request", "served: requests that enqueue nothing");
        compare("served: drain", "bare: drain");
    }

    private void warmUp(Target target) throws IOException, InterruptedException {
        Load load = new Load(options.connections());
        load.run(target, options.warmUp());
        text(target, "pause");
        Turn one = load.run(new Target(target.address(), target.path() + "/one", ""), options.warmUp());
        ask(target, "drain/" + one.requests());
    }

    private void bare(KernelQueue queue) throws InterruptedException {
        long begin = System.nanoTime();
        queue.enqueue(JOBS);
        add("bare: enqueue many", JOBS, System.nanoTime() - begin);
        add("bare: drain", JOBS, queue.drain(JOBS));
        add("bare: single enqueue by 8 threads", SINGLES, queue.singles(SINGLES));
        queue.drain(SINGLES);
    }

    private void served(Target target) throws IOException, InterruptedException {
        add("served: enqueue many", JOBS, ask(target, "many/" + JOBS));
        add("served: drain", JOBS, ask(target, "drain/" + JOBS));
        add("served: single enqueue by 8 threads", SINGLES, ask(target, "singles/" + SINGLES));
        ask(target, "drain/" + SINGLES);
        requests(target);
    }

    /** A request is so much dearer than a job that it needs a measure of its own. */
    private void requests(Target target) throws IOException, InterruptedException {
        Load load = new Load(options.connections());
        Turn nothing = load.run(target, options.seconds());
        add("served: requests that enqueue nothing", (int) nothing.requests(), nothing.nanos());
        text(target, "pause");
        Turn one = load.run(new Target(target.address(), target.path() + "/one", ""), options.seconds());
        add("served: a job a request", (int) one.requests(), one.nanos());
        ask(target, "drain/" + one.requests());
    }

    private void add(String what, int count, long nanos) {
        rates.computeIfAbsent(what, any -> new ArrayList<>()).add(count * 1e9 / nanos);
    }

    private long ask(Target target, String what) throws IOException, InterruptedException {
        return Long.parseLong(text(target, what));
    }

    private String text(Target target, String what) throws IOException, InterruptedException {
        URI uri = URI.create("http://" + target.address().getHostString() + ":"
                + target.address().getPort() + target.path() + "/" + what);
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(uri + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private void compare(String one, String other) {
        List<Double> ratios = new ArrayList<>();
        List<Double> ours = rates.getOrDefault(one, List.of());
        List<Double> theirs = rates.getOrDefault(other, List.of());
        for (int i = 0; i < ours.size(); i++) {
            ratios.add(ours.get(i) / theirs.get(i));
        }
        Median median = Median.of(ratios);
        out.printf(
                "| %s against %s | %.2f | %.2f to %.2f |%n",
                one, other, median.value(), median.least(), median.greatest());
    }
}
