package io.appkernel.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Measures everything and prints it as the Markdown that belongs into {@code RESULTS.md}. */
public final class Bench {
    private final Options options;
    private final PrintStream out;
    private final StringBuilder rows = new StringBuilder(Row.HEAD);
    private final double loadBefore = Machine.loadAverage();
    private final long begin = System.nanoTime();

    private Bench(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Takes no arguments, only system properties. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Locale.setDefault(Locale.ROOT);
        new Bench(Options.read(), System.out).run();
    }

    private void run() throws IOException, InterruptedException {
        Files.createDirectories(options.work());
        Path bare = Wars.bare(options.work().resolve("bare.war"));
        Path widgets = Wars.widgets(options.widgets(), options.work().resolve("widgets.war"));
        Options here = options.withWidgets(widgets);
        for (String name : options.servers()) {
            measure(Server.named(name, options), here, bare);
        }
        String result = result();
        Path file = Files.writeString(options.work().resolve("results.md"), result);
        out.printf("%n%s%nAlso in %s; paste it into arquillian/bench/RESULTS.md%n", result, file);
    }

    private void measure(Server server, Options here, Path bare) throws IOException, InterruptedException {
        if (here.rounds() > 0) {
            out.println(server.title() + ": a bare GET and the same behind the edge");
            Throughput throughput = new Throughput(here, out).measure(server, bare);
            rows.append(throughput.rate(server).markdown())
                    .append(throughput.cost(server).markdown());
        }
        if (here.starts() > 0) {
            out.println(server.title() + ": starts with an empty WAR and with widgets");
            Footprint footprint = new Footprint(here, out).measure(server, bare);
            rows.append(footprint.start(server).markdown())
                    .append(footprint.memory(server).markdown())
                    .append(footprint.needed(server).markdown());
        }
    }

    private String result() {
        return String.format(
                "### %s%n%nLoad average of the machine %.1f before and %.1f after; the benchmark's own load is in the"
                        + " second. Heap %s. %d rounds of %d s a turn after %d s of warm-up each, %d keep-alive"
                        + " connections; %d pairs of starts. Took %d s.%n%n%s",
                Machine.describe(),
                loadBefore,
                Machine.loadAverage(),
                String.join(" ", options.heap()),
                options.rounds(),
                options.seconds().toSeconds(),
                options.warmUp().toSeconds(),
                options.connections(),
                options.starts(),
                (System.nanoTime() - begin) / 1_000_000_000,
                rows);
    }
}
