package io.appkernel.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The bare GET and the same one behind the edge, in turns on one server. */
final class Throughput {
    private final Options options;
    private final Load load;
    private final PrintStream out;
    private final List<Double> bareRate = new ArrayList<>();
    private final List<Double> edgeRate = new ArrayList<>();
    private final List<Double> rateRatio = new ArrayList<>();
    private final List<Double> bareCost = new ArrayList<>();
    private final List<Double> edgeCost = new ArrayList<>();
    private final List<Double> costRatio = new ArrayList<>();

    Throughput(Options options, PrintStream out) {
        this.options = options;
        this.load = new Load(options.connections());
        this.out = out;
    }

    /** Requests per second and microseconds of the server's processor time per request. */
    private record Sample(double perSecond, double micros) {}

    Throughput measure(Server server, Path bareWar) throws IOException, InterruptedException {
        try (RunningServer running = RunningServer.start(server, options, List.of(bareWar, options.widgets()))) {
            Target bare = running.target("/bare");
            Target edge = running.target("");
            running.awaitAnswer(bare);
            running.awaitAnswer(edge);
            warmUp(bare, edge);
            for (int round = 1; round <= options.rounds(); round++) {
                note(round, sample(running, bare), sample(running, edge));
            }
        }
        return this;
    }

    /** In turns too, so that the compiler sees both before it decides. */
    private void warmUp(Target bare, Target edge) throws IOException {
        for (int part = 0; part < 4; part++) {
            load.run(bare, options.warmUp().dividedBy(4));
            load.run(edge, options.warmUp().dividedBy(4));
        }
    }

    private Sample sample(RunningServer running, Target target) throws IOException {
        long before = running.processorTime().toNanos();
        Load.Turn turn = load.run(target, options.seconds());
        long used = running.processorTime().toNanos() - before;
        return new Sample(turn.perSecond(), used / 1e3 / turn.requests());
    }

    private void note(int round, Sample bare, Sample edge) {
        bareRate.add(bare.perSecond());
        edgeRate.add(edge.perSecond());
        rateRatio.add(edge.perSecond() / bare.perSecond());
        bareCost.add(bare.micros());
        edgeCost.add(edge.micros());
        costRatio.add(bare.micros() / edge.micros());
        out.printf(
                "  round %2d  bare %6.0f/s %5.1f us  edge %6.0f/s %5.1f us  ratio %.2f%n",
                round,
                bare.perSecond(),
                bare.micros(),
                edge.perSecond(),
                edge.micros(),
                edge.perSecond() / bare.perSecond());
    }

    Row rate(Server server) {
        return new Row(
                server.title() + ": requests/s",
                Median.of(bareRate),
                Median.of(edgeRate),
                Median.of(rateRatio),
                Row.Goal.atLeast(0.85),
                0);
    }

    Row cost(Server server) {
        return new Row(
                server.title() + ": server CPU, us a request",
                Median.of(bareCost),
                Median.of(edgeCost),
                Median.of(costRatio),
                Row.Goal.none(),
                1);
    }
}
