package io.appkernel.bench.data;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.SimplePassword;
import io.appkernel.databases.TestServer;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Measures saves and finds of every contender in turns and prints medians of the ratios to plain JDBC. */
public final class DataBench {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 11);
    private static final int EACH = 1000;
    private static final int TOGETHER = 1000;
    private static final int THREADS = 4;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final PrintStream out;
    private final Map<String, Map<String, List<Double>>> rates = new LinkedHashMap<>();

    private DataBench(PrintStream out) {
        this.out = out;
    }

    /** Runs it; the databases are those of the tests. */
    public static void main(String[] arguments) throws SQLException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        // All of them before the first kernel ends, for it takes the drivers with it that some look for as they start.
        Map<String, TestServer> servers = new LinkedHashMap<>();
        for (String name : databases()) {
            servers.put(name, server(name));
        }
        for (Map.Entry<String, TestServer> server : servers.entrySet()) {
            String title = server.getValue().title().replaceAll(" under .*\\)", ")");
            new DataBench(out).run(server.getKey() + ", " + title, server.getValue());
        }
    }

    static List<String> databases() {
        return List.of(System.getProperty("bench.databases", "durable-postgres postgres mariadb h2")
                .split(" "));
    }

    static TestServer server(String name) {
        return switch (name) {
            case "durable-postgres" -> TestServer.durablePostgres();
            case "postgres" -> TestServer.postgres();
            case "mariadb" -> TestServer.mariadb();
            case "h2" -> TestServer.h2();
            default -> throw new IllegalArgumentException("bench.databases has " + name);
        };
    }

    private void run(String title, TestServer server) throws SQLException {
        String url = server.newDatabase();
        try (Contender jdbc = new JdbcContender(pool(url, THREADS));
                Contender hibernate = new HibernateContender(pool(url, THREADS));
                Contender kernel = new KernelContender(url)) {
            List<Contender> all = List.of(jdbc, kernel, hibernate);
            for (int round = -2; round < ROUNDS; round++) {
                for (Contender contender : all) {
                    turn(contender, round >= 0);
                }
            }
        } finally {
            threads.shutdown();
        }
        report(title);
    }

    private void turn(Contender contender, boolean counts) {
        List<String> ids = new CopyOnWriteArrayList<>();
        List<Contender.Item> each = items(EACH, false);
        measure(contender, "saves, one a transaction", EACH, counts, () -> ids.addAll(contender.saveEach(each)));
        List<Contender.Item> together = items(TOGETHER, false);
        measure(contender, "saves, 1000 a transaction", TOGETHER, counts, () -> contender.saveTogether(together));
        measure(
                contender,
                "saves with ids of the app's, 1000 a transaction",
                TOGETHER,
                counts,
                () -> contender.saveTogether(items(TOGETHER, true)));
        measure(contender, "finds by id, uncached", ids.size(), counts, () -> contender.find(ids));
    }

    /** Callers of a server come at once; a lone one would measure how quickly the database's process wakes up. */
    private void measure(Contender contender, String what, int count, boolean counts, Runnable work) {
        List<Callable<Object>> all = Collections.nCopies(THREADS, Executors.callable(work));
        long begin = System.nanoTime();
        try {
            for (Future<Object> one : threads.invokeAll(all)) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(contender.title() + " fails at " + what, e);
        }
        double perSecond = THREADS * count * 1e9 / (System.nanoTime() - begin);
        if (counts) {
            rates.computeIfAbsent(what, any -> new LinkedHashMap<>())
                    .computeIfAbsent(contender.title(), any -> new ArrayList<>())
                    .add(perSecond);
        }
    }

    private static List<Contender.Item> items(int count, boolean withIds) {
        List<Contender.Item> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = withIds ? UUID.randomUUID().toString() : null;
            items.add(new Contender.Item(id, "Gear " + i, i, "a note of some length"));
        }
        return items;
    }

    private void report(String title) {
        out.printf("%n### %s, %d rounds%n%n", title, ROUNDS);
        out.println("| rows/s | JDBC | kernel | Hibernate + Envers | kernel / JDBC | kernel / Hibernate |");
        out.println("|---|---:|---:|---:|---:|---:|");
        rates.forEach((what, byContender) -> {
            List<List<Double>> series = List.copyOf(byContender.values());
            out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f | %.0f | %.2f | %.2f |%n",
                    what,
                    middle(series.get(0)),
                    middle(series.get(1)),
                    middle(series.get(2)),
                    middle(ratios(series.get(1), series.get(0))),
                    middle(ratios(series.get(1), series.get(2))));
        });
    }

    static List<Double> ratios(List<Double> one, List<Double> other) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            ratios.add(one.get(i) / other.get(i));
        }
        return ratios;
    }

    static double middle(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** The same kind of pool for everybody, and no DriverManager: a kernel that ends takes its drivers off that list. */
    public static AgroalDataSource pool(String url, int most) throws SQLException {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(most)
                        .acquisitionTimeout(Duration.ofSeconds(5))
                        .connectionFactoryConfiguration(factory -> factory.connectionProviderClass(driver(url))
                                .jdbcUrl(url)
                                .credential(new SimplePassword("")))));
    }

    private static Class<? extends Driver> driver(String url) {
        for (Driver driver : ServiceLoader.load(Driver.class)) {
            try {
                if (driver.acceptsURL(url)) {
                    return driver.getClass();
                }
            } catch (SQLException e) {
                throw new IllegalStateException(driver + " cannot say whether it knows the database", e);
            }
        }
        throw new IllegalStateException("No driver in the class path knows the database");
    }
}
