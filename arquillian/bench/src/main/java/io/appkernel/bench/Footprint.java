package io.appkernel.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How long a start takes and how much memory it takes, with the empty WAR and with widgets in turns. */
final class Footprint {
    private static final int REQUESTS = 200;

    private final Options options;
    private final Load load = new Load(1);
    private final PrintStream out;
    private final List<Double> bareStart = new ArrayList<>();
    private final List<Double> edgeStart = new ArrayList<>();
    private final List<Double> moreStart = new ArrayList<>();
    private final List<Double> bareMemory = new ArrayList<>();
    private final List<Double> edgeMemory = new ArrayList<>();
    private final List<Double> moreMemory = new ArrayList<>();
    private final List<Double> bareNeeded = new ArrayList<>();
    private final List<Double> edgeNeeded = new ArrayList<>();
    private final List<Double> moreNeeded = new ArrayList<>();

    Footprint(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Seconds to the first answer, memory as the collector left it, and memory after a full collection. */
    private record Sample(double seconds, double megabytes, double needed) {}

    /** The first pair only fills the machine's file cache. */
    Footprint measure(Server server, Path bareWar) throws IOException, InterruptedException {
        for (int round = 0; round <= options.starts(); round++) {
            Sample bare = sample(server, bareWar, "/bare");
            Sample edge = sample(server, options.widgets(), "");
            if (round > 0) {
                note(round, bare, edge);
            }
        }
        return this;
    }

    private Sample sample(Server server, Path war, String context) throws IOException, InterruptedException {
        try (RunningServer running = RunningServer.start(server, options, List.of(war))) {
            Target target = running.target(context);
            double seconds = running.awaitAnswer(target);
            load.run(target, REQUESTS);
            double asLeft = running.residentMegabytes();
            running.collectGarbage();
            return new Sample(seconds, asLeft, running.residentMegabytes());
        }
    }

    private void note(int round, Sample bare, Sample edge) {
        bareStart.add(bare.seconds());
        edgeStart.add(edge.seconds());
        moreStart.add(edge.seconds() - bare.seconds());
        bareMemory.add(bare.megabytes());
        edgeMemory.add(edge.megabytes());
        moreMemory.add(edge.megabytes() - bare.megabytes());
        bareNeeded.add(bare.needed());
        edgeNeeded.add(edge.needed());
        moreNeeded.add(edge.needed() - bare.needed());
        out.printf(
                "  start %2d  empty %5.2f s %4.0f MB, collected %4.0f  widgets %5.2f s %4.0f MB, collected %4.0f%n",
                round,
                bare.seconds(),
                bare.megabytes(),
                bare.needed(),
                edge.seconds(),
                edge.megabytes(),
                edge.needed());
    }

    Row start(Server server) {
        return new Row(
                server.title() + ": start to first 200, s",
                Median.of(bareStart),
                Median.of(edgeStart),
                Median.of(moreStart),
                Row.Goal.atMost(3),
                2);
    }

    Row memory(Server server) {
        return new Row(
                server.title() + ": RSS after start and " + REQUESTS + " requests, MB",
                Median.of(bareMemory),
                Median.of(edgeMemory),
                Median.of(moreMemory),
                Row.Goal.atMost(120),
                0);
    }

    /** Without what the collector has not got round to, which is as much as it was given. */
    Row needed(Server server) {
        return new Row(
                server.title() + ": RSS after a full collection, MB",
                Median.of(bareNeeded),
                Median.of(edgeNeeded),
                Median.of(moreNeeded),
                Row.Goal.atMost(120),
                0);
    }
}
