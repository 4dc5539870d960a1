package io.appkernel.bench.data;

import jakarta.enterprise.inject.se.SeContainer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/**
 * One start in a JVM of its own, as servers start: {@code kernel URL many|few}, {@code raw URL FILE}, or {@code plan URL
 * FILE}, which writes the statements that the raw one executes. Prints the milliseconds it took: of its work on the
 * schema, until it was ready, and until the first answer of a store.
 */
public final class SchemaStart {
    /** Between statements in the file. */
    private static final String BETWEEN = "\n-- next\n";

    static final String RESULT = "milliseconds: ";

    private SchemaStart() {}

    /** Does one of the three. */
    public static void main(String[] arguments) throws IOException, SQLException, ReflectiveOperationException {
        String url = arguments[1];
        switch (arguments[0]) {
            case "kernel" -> kernel(url, arguments[2].equals("many"));
            case "plan" -> plan(url, Path.of(arguments[2]));
            default -> raw(url, Path.of(arguments[2]));
        }
    }

    private static void kernel(String url, boolean many) throws ReflectiveOperationException {
        long begin = System.nanoTime();
        try (SeContainer container = many ? many(url) : BenchKernel.open(url)) {
            KernelItems items = container.select(KernelItems.class).get();
            long schema = System.nanoTime();
            items.schema.ready();
            long ready = System.nanoTime();
            items.store.count("");
            print(ready - schema, ready - begin, System.nanoTime() - begin);
        }
    }

    private static SeContainer many(String url) throws ReflectiveOperationException {
        return BenchKernel.open(url, Class.forName(ManyEntities.BEAN));
    }

    private static void plan(String url, Path file) throws IOException, ReflectiveOperationException {
        try (SeContainer container = many(url)) {
            List<String> statements = container.select(KernelItems.class).get().schema.plan().steps().stream()
                    .flatMap(step -> step.sql().stream())
                    .toList();
            Files.writeString(file, String.join(BETWEEN, statements));
        }
    }

    private static void raw(String url, Path file) throws IOException, SQLException {
        List<String> statements = List.of(Files.readString(file).split(BETWEEN));
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            long begin = System.nanoTime();
            for (String sql : statements) {
                statement.execute(sql);
            }
            long took = System.nanoTime() - begin;
            print(took, took, took);
        }
    }

    private static void print(long schema, long ready, long all) {
        new PrintStream(System.out, true, StandardCharsets.UTF_8)
                .printf(Locale.ROOT, RESULT + "%.1f %.1f %.1f%n", schema / 1e6, ready / 1e6, all / 1e6);
    }
}
