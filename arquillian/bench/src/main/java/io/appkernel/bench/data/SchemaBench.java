package io.appkernel.bench.data;

import io.appkernel.databases.TestServer;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures what many entity classes cost at start: a first start that makes their tables, beside the same statements
 * executed bare, and a start that finds all as it should be, beside one of an app without them. Each in a JVM of its own.
 */
public final class SchemaBench {
    private static final int STARTS = Integer.getInteger("bench.starts", 5);
    private static final int CLASSES = 100;

    private final PrintStream out;
    private final Path classes;
    private final List<Double> first = new ArrayList<>();
    private final List<Double> bare = new ArrayList<>();
    private final List<List<Double>> with = new ArrayList<>();
    private final List<List<Double>> without = new ArrayList<>();

    private SchemaBench(PrintStream out, Path classes) {
        this.out = out;
        this.classes = classes;
    }

    /** Runs it; the databases are those of the tests. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path classes = ManyEntities.compiled(CLASSES);
        out.printf("%n### A start with %d entity classes, medians of %d%n%n", CLASSES, STARTS);
        out.println("| database | first start, ms for the schema | the bare statements, ms | times"
                + " | later start, ms for the schema | ms until ready | without the classes | adds"
                + " | ms until a store's first answer | without the classes | adds |");
        out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        for (String name : DataBench.databases()) {
            new SchemaBench(out, classes).run(name, DataBench.server(name));
        }
    }

    private void run(String title, TestServer server) throws IOException, InterruptedException {
        Path statements = Files.createTempFile("appkernel-bench-", ".sql");
        start("plan", server.newDatabase(), statements.toString());
        String few = server.newDatabase();
        start("kernel", few, "few");
        for (int i = 0; i < STARTS; i++) {
            String many = server.newDatabase();
            first.add(start("kernel", many, "many").get(0));
            bare.add(start("raw", server.newDatabase(), statements.toString()).get(0));
            with.add(start("kernel", many, "many"));
            without.add(start("kernel", few, "few"));
        }
        Files.delete(statements);
        out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.2f | %.0f | %s | %s |%n",
                title,
                DataBench.middle(first),
                DataBench.middle(bare),
                DataBench.middle(DataBench.ratios(first, bare)),
                middle(with, 0),
                added(1),
                added(2));
    }

    private String added(int place) {
        double all = middle(with, place);
        double base = middle(without, place);
        return String.format(Locale.ROOT, "%.0f | %.0f | %.0f", all, base, all - base);
    }

    private static double middle(List<List<Double>> starts, int place) {
        return DataBench.middle(starts.stream().map(times -> times.get(place)).toList());
    }

    /** Answers the milliseconds it printed; none where it prints none. */
    private List<Double> start(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + classes,
                SchemaStart.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("A start of the benchmark failed:\n" + said);
        }
        return said.lines()
                .filter(line -> line.startsWith(SchemaStart.RESULT))
                .flatMap(line ->
                        List.of(line.substring(SchemaStart.RESULT.length()).split(" ")).stream())
                .map(Double::valueOf)
                .toList();
    }
}
