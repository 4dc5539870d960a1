package io.appkernel.migrations;

import io.appkernel.db.DatabaseKind;
import io.appkernel.schema.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** An instance in a JVM of its own, which says each statement before it runs it, and may wait for a line before and
 * after the migration. */
final class MigratingProcess {
    private MigratingProcess() {}

    public static void main(String[] args) {
        GivenDatabase db = new GivenDatabase(DatabaseKind.valueOf(args[0]), args[1], Path.of(args[2]));
        db.says = sql -> System.out.println("> " + sql.lines().findFirst().orElse(""));
        db.logs = System.out::println;
        BeforeMigration hook = plan -> {
            System.out.println("about to migrate");
            if (args[3].equals("wait")) {
                readLine();
            }
        };
        Outcome outcome = db.migrations(true, false, hook).apply(after());
        System.out.println("outcome " + outcome.getClass().getSimpleName());
        if (args[3].equals("wait")) {
            readLine();
        }
    }

    /** One byte at a time, for the rest is for the next call. */
    private static void readLine() {
        try {
            int read = System.in.read();
            while (read >= 0 && read != '\n') {
                read = System.in.read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Process start(DatabaseKind kind, String url, Path directory, boolean wait) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        MigratingProcess.class.getName(),
                        kind.name(),
                        url,
                        directory.toString(),
                        wait ? "wait" : "go")
                .redirectErrorStream(true)
                .start();
    }

    /** Before the migration. */
    static List<Table> before() {
        return List.of(
                Tables.table(
                        "widgets",
                        Stream.of("a", "b", "c", "d", "e", "f", "g", "h")
                                .map(Tables::text)
                                .toArray(io.appkernel.schema.Column[]::new)),
                Tables.table("others", Tables.text("x").notNull()));
    }

    /** After it; more than 30 changes lie between. */
    static List<Table> after() {
        Table widgets = Tables.table(
                "widgets",
                Stream.concat(
                                Stream.of("a", "b", "c", "d", "e", "f")
                                        .map(name -> Tables.text("new_" + name)
                                                .renamedFrom(name)
                                                .withDefault("none")
                                                .notNull()),
                                Stream.of("g", "h")
                                        .map(name -> Tables.text(name)
                                                .withDefault("it's")
                                                .notNull()))
                        .toArray(io.appkernel.schema.Column[]::new));
        Table others = Tables.with(
                Tables.table("others", Tables.text("y").notNull().renamedFrom("x")),
                new io.appkernel.schema.Index("y", List.of("y"), true));
        return List.of(widgets, others, Tables.table("third", Tables.text("z")));
    }
}
